import type { PyodideAPI } from 'pyodide'
import {
  type FileEntry,
  LIMITS,
  type ProgramAnswer,
  type ProgramCall,
  type ProgramEnd,
  type PythonParts,
} from '../call'
import { textOrBytes } from '../text-or-bytes'
import { ACCOUNT, ApiServer, HOST, TOKEN } from './api-server'
import { Ended, type Ending } from './ending'
import { Log } from './log'

/** Where the packages of the page stand in the disk of the interpreter. */
const PACKAGES = '/venv/packages'

/**
 * Runs a Python program of a step on an interpreter that has just started, and answers once, as soon
 * as the program has ended, whatever it still does.
 * @param now in milliseconds
 * @param onLine hears each line that the program prints, at once
 */
export function runPython(
  python: PyodideAPI,
  { files, machine }: Pick<PythonParts, 'files' | 'machine'>,
  call: ProgramCall,
  now: () => number,
  answer: (answer: ProgramAnswer) => void,
  onLine?: (line: string) => void,
): void {
  const { FS } = python
  const log = new Log(onLine)
  const read = new Set<string>()
  let over = false
  const put = (below: string, entries: readonly FileEntry[]): void => {
    FS.mkdirTree(below)
    for (const [path, content] of entries) {
      const at = `${below}/${path}`
      FS.mkdirTree(at.slice(0, at.lastIndexOf('/')))
      FS.writeFile(at, content)
    }
  }
  put(PACKAGES, files)
  put('/app', call.scripts)
  put('/resources', call.resources)
  put('/kratix/input', [['object.yaml', call.input]])
  put('/kratix/output', call.output)
  put('/kratix/metadata', call.metadata)
  put(ACCOUNT, [
    ['token', TOKEN],
    ['namespace', 'default'],
    ['ca.crt', 'There is no certificate in the sandbox.\n'],
  ])
  FS.chdir('/')

  const finish = (end: ProgramEnd): void => {
    if (over) return
    over = true
    const left = readLeft(FS as unknown as FileSystem)
    answer({
      ...{ end: left.instead ?? end, log: log.lines, read: [...read].slice(0, LIMITS.lines) },
      ...{ output: left.output, metadata: left.metadata },
      published: server.published.map((text) => JSON.parse(text)),
      took: now() - started,
    })
  }
  const ending: Ending = {
    end(how) {
      finish(how)
      throw new Ended('the program has ended')
    },
    notHere: (reason) => ending.end({ kind: 'not-here', reason }),
  }
  const server = new ApiServer(call.statusPath, ending, () => undefined)
  for (const [stream, set] of [
    ['out', python.setStdout],
    ['error', python.setStderr],
  ] as const) {
    const decoder = new TextDecoder()
    set.call(python, {
      write: (bytes: Uint8Array) => {
        log.write(stream, decoder.decode(bytes.slice(), { stream: true }))
        return bytes.length
      },
    })
  }
  const bridge = {
    notHere: (reason: string) => ending.notHere(reason),
    exit: (code: number) => ending.end({ kind: 'exit', code: code & 255 }),
    read: (path: string) => {
      read.add(path)
    },
    ask: (method: string, url: string, headers: string, body: string) =>
      JSON.stringify(server.answer(method, new URL(url), JSON.parse(headers), body)),
  }
  const given = {
    ...{ program: call.program, unknownFolders: call.unknownFolders },
    unknownVariables: call.unknownVariables,
    environment: [
      ...call.environment,
      ['KUBERNETES_SERVICE_HOST', HOST],
      ['KUBERNETES_SERVICE_PORT', '443'],
      ...Object.entries(OF_IMAGE),
    ],
  }
  const started = now()
  try {
    python.runPython(`import sys; sys.path.append('${PACKAGES}')`)
    const run = python.runPython(`${machine}\nrun`, { filename: 'machine.py' })
    const ended: unknown = run(JSON.stringify(given), bridge)
    if (typeof ended !== 'string') return
    const [code, message] = JSON.parse(ended) as [number, string | null]
    finish({ kind: 'exit', code, ...(message !== null && { message }) })
  } catch (error) {
    // The interpreter itself has ended: out of stack or memory, or what a program did to it.
    const words = error instanceof Error ? error.message : String(error)
    log.write('error', `${words}\n`)
    finish({ kind: 'exit', code: 1, message: words.trim().split('\n').at(-1) ?? '' })
  }
}

/** Variables that the image sets. */
const OF_IMAGE = {
  HOME: '/',
  LANG: 'C.UTF-8',
  PATH: '/venv/bin:/usr/local/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  ...{ PYTHONUNBUFFERED: '1', PYTHONDONTWRITEBYTECODE: '1', PYTHONUTF8: '1' },
}

/** What we use of the interpreter's disk. */
interface FileSystem {
  readdir(path: string): string[]
  lstat(path: string): { mode: number; size: number }
  stat(path: string): { mode: number; size: number }
  isDir(mode: number): boolean
  isLink(mode: number): boolean
  isFile(mode: number): boolean
  readFile(path: string): Uint8Array
}

interface Left {
  readonly output: readonly FileEntry[]
  readonly metadata: readonly FileEntry[]
  /** Why nothing is known of the files. */
  readonly instead?: ProgramEnd
}

function readLeft(fs: FileSystem): Left {
  try {
    return filesLeft(fs)
  } catch (error) {
    // Such as a folder that the program itself has closed to all.
    const words = error instanceof Error ? error.message : String(error)
    const reason = `What it left in /kratix cannot be read in the page (${words}).`
    return { output: [], metadata: [], instead: { kind: 'not-here', reason } }
  }
}

/** What stands in the volumes, as far as the limits allow. */
function filesLeft(fs: FileSystem): Left {
  let [bytes, count] = [0, 0]
  const below = (folder: string, prefix = ''): FileEntry[] =>
    fs
      .readdir(folder)
      .filter((name) => name !== '.' && name !== '..')
      .sort()
      .flatMap((name): FileEntry[] => {
        const path = `${folder}/${name}`
        const { mode } = fs.lstat(path)
        if (fs.isDir(mode)) return below(path, `${prefix}${name}/`)
        if (!fs.isFile(mode)) return [] // a link leads nowhere once the files are on their way
        bytes += fs.lstat(path).size
        count += 1
        if (bytes > LIMITS.bytes || count > LIMITS.files) return []
        return [[`${prefix}${name}`, textOrBytes(fs.readFile(path))]]
      })
  const left = { output: below('/kratix/output'), metadata: below('/kratix/metadata') }
  const reason =
    bytes > LIMITS.bytes
      ? `It wrote more than ${LIMITS.bytes / 1_000_000} MB and was stopped here.`
      : count > LIMITS.files
        ? `It made more than ${LIMITS.files} files and was stopped here.`
        : undefined
  if (reason === undefined) return left
  return { output: [], metadata: [], instead: { kind: 'stopped', reason } }
}
