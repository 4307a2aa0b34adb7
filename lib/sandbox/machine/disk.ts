import { type FileEntry, LIMITS, type ProgramCall } from '../call'
import { textOrBytes } from '../text-or-bytes'
import type { Ending } from './ending'
import { dirname, resolve } from './path'

const encoder = new TextEncoder()

const CODES = {
  ENOENT: [-2, 'no such file or directory'],
  EACCES: [-13, 'permission denied'],
  EEXIST: [-17, 'file already exists'],
  ENOTDIR: [-20, 'not a directory'],
  EISDIR: [-21, 'illegal operation on a directory'],
  EINVAL: [-22, 'invalid argument'],
  ENOTEMPTY: [-39, 'directory not empty'],
  ENAMETOOLONG: [-36, 'name too long'],
} as const

/** An error as Node has it: `ENOENT: no such file or directory, open '/x'`. */
export function systemError(
  code: keyof typeof CODES,
  syscall: string,
  path: string,
  to?: string,
): Error {
  const [errno, words] = CODES[code]
  const where = to === undefined ? `'${path}'` : `'${path}' -> '${to}'`
  const error = new Error(`${code}: ${words}, ${syscall} ${where}`)
  return Object.assign(error, { errno, code, syscall, path, ...(to !== undefined && { dest: to }) })
}

/** Where the container may write: its user is not root, and the image is root's. */
const WRITABLE = ['/kratix/output', '/kratix/metadata', '/tmp']
/** What is told of the files that a program reads. */
const TOLD = ['/kratix', '/resources']

const within = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(`${folder}/`)

/** The files of a container. All paths are absolute; what was written is counted. */
export class Disk {
  readonly #files = new Map<string, Uint8Array>()
  readonly #folders = new Set<string>(['/'])
  readonly #read = new Set<string>()
  readonly #unknown: readonly string[]
  readonly #ending: Ending
  #bytes = 0

  constructor(call: ProgramCall, programs: readonly FileEntry[], ending: Ending) {
    this.#ending = ending
    this.#unknown = call.unknownFolders
    for (const folder of ['/kratix/input', '/resources', '/app', ...WRITABLE])
      this.#addFolder(folder)
    const put = (below: string, files: readonly FileEntry[]) => {
      for (const [path, content] of files) this.#put(resolve(below, path), content)
    }
    put('/kratix/input', [['object.yaml', call.input]])
    put('/kratix/output', call.output)
    put('/kratix/metadata', call.metadata)
    put('/resources', call.resources)
    put('/', programs)
    this.#bytes = 0
  }

  #addFolder(path: string): void {
    for (let here = path; !this.#folders.has(here); here = dirname(here)) this.#folders.add(here)
  }

  #put(path: string, content: string | Uint8Array): void {
    this.#addFolder(dirname(path))
    this.#files.set(path, typeof content === 'string' ? encoder.encode(content) : content)
  }

  /** Paths of the files that were read, in order. */
  get read(): readonly string[] {
    return [...this.#read].slice(0, LIMITS.lines)
  }

  /** All files below a folder, with their paths below it. */
  filesBelow(folder: string): readonly FileEntry[] {
    return [...this.#files]
      .filter(([path]) => path.startsWith(`${folder}/`))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, bytes]): FileEntry => [path.slice(folder.length + 1), textOrBytes(bytes)])
  }

  #known(path: string): string {
    const unknown = this.#unknown.find((folder) => within(path, folder))
    if (unknown) {
      this.#ending.notHere(`It uses ${path}, which a volume of the cluster holds.`)
    }
    return path
  }

  isFolder(path: string): boolean {
    return this.#folders.has(this.#known(path))
  }

  isFile(path: string): boolean {
    return this.#files.has(this.#known(path))
  }

  /** @throws Error with a code as Node's, when one of the folders above is a file. */
  #checkAbove(path: string, syscall: string, shown: string): void {
    for (let above = dirname(path); above !== '/'; above = dirname(above)) {
      if (this.#files.has(above)) throw systemError('ENOTDIR', syscall, shown)
    }
  }

  #missing(path: string, syscall: string, shown: string): Error {
    this.#checkAbove(path, syscall, shown)
    return systemError('ENOENT', syscall, shown)
  }

  bytesOf(path: string): Uint8Array {
    const bytes = this.#files.get(this.#known(path))
    if (!bytes) {
      if (this.#folders.has(path)) {
        const error = systemError('EISDIR', 'read', path)
        error.message = 'EISDIR: illegal operation on a directory, read'
        throw error
      }
      throw this.#missing(path, 'open', path)
    }
    if (TOLD.some((folder) => within(path, folder))) this.#read.add(path)
    return bytes
  }

  sizeOf(path: string, syscall: string): number {
    const bytes = this.#files.get(this.#known(path))
    if (bytes) return bytes.length
    if (this.#folders.has(path)) return 4096
    throw this.#missing(path, syscall, path)
  }

  /** Names in a folder, sorted, with whether each is a folder. */
  list(path: string, syscall = 'scandir'): readonly (readonly [name: string, isFolder: boolean])[] {
    if (!this.isFolder(path)) {
      if (this.#files.has(path)) throw systemError('ENOTDIR', syscall, path)
      throw this.#missing(path, syscall, path)
    }
    const prefix = path === '/' ? '/' : `${path}/`
    const found = new Map<string, boolean>()
    for (const folder of this.#folders) {
      if (folder !== '/' && folder.startsWith(prefix) && !folder.slice(prefix.length).includes('/'))
        found.set(folder.slice(prefix.length), true)
    }
    for (const file of this.#files.keys()) {
      if (file.startsWith(prefix) && !file.slice(prefix.length).includes('/'))
        found.set(file.slice(prefix.length), false)
    }
    return [...found].sort(([a], [b]) => (a < b ? -1 : 1))
  }

  /** @throws Error where the user of the container may not write. */
  #checkWritable(path: string, syscall: string): void {
    this.#known(path)
    if (WRITABLE.some((folder) => within(path, folder))) return
    if (within(path, '/kratix')) {
      this.#ending.notHere(`It writes to ${path}, which is followed nowhere else.`)
    }
    throw systemError('EACCES', syscall, path)
  }

  write(path: string, content: Uint8Array): void {
    this.#checkWritable(path, 'open')
    if (this.#folders.has(path)) throw systemError('EISDIR', 'open', path)
    if (!this.#folders.has(dirname(path))) throw this.#missing(path, 'open', path)
    if (path.length > LIMITS.path) throw systemError('ENAMETOOLONG', 'open', path)
    this.#bytes += content.length - (this.#files.get(path)?.length ?? 0)
    this.#files.set(path, content)
    this.#checkLimits()
  }

  #checkLimits(): void {
    if (this.#bytes > LIMITS.bytes) {
      const reason = `It wrote more than ${LIMITS.bytes / 1_000_000} MB and was stopped here.`
      this.#ending.end({ kind: 'stopped', reason })
    }
    if (this.#files.size + this.#folders.size > LIMITS.files * 2) {
      const reason = `It made more than ${LIMITS.files} files and was stopped here.`
      this.#ending.end({ kind: 'stopped', reason })
    }
  }

  makeFolder(path: string, recursive: boolean): string | undefined {
    if (this.#files.has(path)) throw systemError('EEXIST', 'mkdir', path)
    if (this.isFolder(path)) {
      if (recursive) return undefined
      throw systemError('EEXIST', 'mkdir', path)
    }
    const above = dirname(path)
    if (this.#files.has(above)) throw systemError('ENOTDIR', 'mkdir', path)
    let first: string | undefined
    if (!this.#folders.has(above)) {
      if (!recursive) throw this.#missing(path, 'mkdir', path)
      first = this.makeFolder(above, true)
    }
    this.#checkWritable(path, 'mkdir')
    if (path.length > LIMITS.path) throw systemError('ENAMETOOLONG', 'mkdir', path)
    this.#folders.add(path)
    this.#checkLimits()
    return first ?? path
  }

  removeFile(path: string): void {
    if (this.isFolder(path)) throw systemError('EISDIR', 'unlink', path)
    const bytes = this.#files.get(path)
    if (!bytes) throw this.#missing(path, 'unlink', path)
    this.#checkWritable(path, 'unlink')
    this.#bytes -= bytes.length
    this.#files.delete(path)
  }

  removeFolder(path: string): void {
    if (this.list(path, 'rmdir').length > 0) throw systemError('ENOTEMPTY', 'rmdir', path)
    this.#checkWritable(path, 'rmdir')
    if (WRITABLE.includes(path)) throw systemError('EACCES', 'rmdir', path)
    this.#folders.delete(path)
  }

  removeAll(path: string): void {
    if (!this.isFolder(path)) {
      this.removeFile(path)
      return
    }
    for (const [name] of this.list(path)) this.removeAll(resolve(path, name))
    this.removeFolder(path)
  }
}
