import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { build } from '@/lib/build/build'
import { adopt } from '@/lib/build/provenance'
import { zip } from '@/lib/bundle/zip'
import { importInput } from '@/lib/importers'
import { commandLine } from './testing'

const PROMISE = `apiVersion: platform.kratix.io/v1alpha1
kind: Promise
metadata:
  name: redis
  labels:
    kratix.io/promise-version: v0.1.0
spec:
  workflows:
    resource:
      configure: []
`

const { at, write, designer } = commandLine()
const read = (path: string) => readFileSync(at(path), 'utf8')
const list = (path = '.') =>
  readdirSync(at(path), { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(at(path).length + 1))
    .sort()

test('a promise.yaml becomes the repository that the page would download', async () => {
  write('promise.yaml', PROMISE)
  const { code, out, err } = await designer(['build', 'promise.yaml', '--out', 'redis'])
  const imported = importInput({
    kind: 'file',
    name: 'promise.yaml',
    bytes: new TextEncoder().encode(PROMISE),
  })
  if (imported.kind !== 'ok') throw new Error('refused')
  const { files } = build(adopt(imported.files).files)
  expect({ code, err: err.split('\n').filter((line) => line.includes('error')) }).toEqual({
    code: 0,
    err: [],
  })
  expect(out).toMatch(new RegExp(`^redis: ${files.size} files, ${files.size} written`))
  expect(list('redis')).toEqual([...files.keys()].sort())
  for (const [path, { content, executable }] of files) {
    expect(read(`redis/${path}`)).toBe(content.text)
    expect(statSync(at('redis', path)).mode & 0o777).toBe(executable ? 0o755 : 0o644)
  }

  expect((await designer(['build', 'promise.yaml', '--out', 'r.zip'])).code).toBe(0)
  expect(new Uint8Array(readFileSync(at('r.zip')))).toEqual(zip(files.values(), 'redis-promise'))
  expect(list()).not.toContainEqual(expect.stringMatching(/tmp|^\./))
})

test('a folder, its zip and standard input give the same', async () => {
  write('promise.yaml', PROMISE)
  await designer(['build', 'promise.yaml', '--out', 'a'])
  await designer(['build', 'a', '--out', 'b.zip'])
  await designer(['build', 'b.zip', '--out', 'c'])
  await designer(['build', '-', '--out', 'd'], PROMISE)
  for (const other of ['c', 'd']) {
    expect(list(other)).toEqual(list('a'))
    for (const path of list('a')) expect(read(`${other}/${path}`)).toBe(read(`a/${path}`))
  }
})

test.each([
  [[], 'no command given'],
  [['make', 'x'], 'unknown command "make"'],
  [['build'], 'build: INPUT is missing'],
  [['build', 'x'], 'build: --out is missing'],
  [['build', 'x', 'y', '--out', 'z'], 'build: one INPUT at a time, not also "y"'],
  [['build', 'x', '--quiet'], "Unknown option '--quiet'"],
  [['build', 'x', '--out'], "Option '-o, --out <value>' argument missing"],
])('wrong usage %j exits 2 with a line', async (argv, message) => {
  const { code, out, err } = await designer(argv)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain(`designer: ${message}`)
})

test('help and version go to standard output', async () => {
  expect((await designer(['--help'])).out).toContain('Usage: designer build')
  expect((await designer(['build', '-h'])).code).toBe(0)
  expect(await designer(['--version'])).toEqual({ code: 0, out: 'designer 1.2.3\n', err: '' })
})

test('faults exit 1, name file, line and column, and write nothing', async () => {
  write('repo/promise.yaml', PROMISE.replace('name: redis', 'name: Red_is'))
  const { code, out, err } = await designer(['build', 'repo', '--out', 'o'])
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toMatch(/^repo\/promise\.yaml:4:\d+: error: .+ \[[a-z-]+\]$/m)
  expect(err).toMatch(/designer: \d+ errors?, nothing was written\n$/)
  expect(existsSync(at('o'))).toBe(false)

  write('broken.yaml', 'kind: Promise\nmetadata: {name: a\n')
  expect((await designer(['build', 'broken.yaml', '--out', 'o'])).err).toMatch(
    /^broken\.yaml:\d+:\d+: error: .+ \[yaml-syntax\]$/m,
  )
  write('bad.zip', 'PK\u0003\u0004 and no more')
  expect((await designer(['build', 'bad.zip', '--out', 'o'])).err).toBe(
    'bad.zip:1:1: error: bad.zip is cut off or damaged: it has no directory [import-format]\n',
  )
  expect((await designer(['build', 'nowhere', '--out', 'o'])).err).toBe(
    'designer: cannot read nowhere: no such file or folder\n',
  )
  expect((await designer(['build', '-', '--out', 'o'], 'kind: Redis\n')).err).toContain(
    '<stdin>:1:1: error: <stdin> holds no object of kind Promise',
  )
})

test('hostile input is answered in plain lines and leaves nothing behind', async () => {
  const texts: [string, string | Uint8Array][] = [
    ['binary', new Uint8Array([0x6b, 0xff, 0xfe, 0x00])],
    ['deep', `kind: Promise\na: ${'['.repeat(50_000)}`],
    [
      'proto',
      'kind: Promise\n__proto__: {polluted: true}\nconstructor: {prototype: {polluted: true}}\n',
    ],
    ['escape', 'kind: Promise\nmetadata:\n  name: "\\e[31mred\\n::error::injected"\n'],
  ]
  for (const [name, text] of texts) {
    write(`${name}/promise.yaml`, text)
    const { code, out, err } = await designer(['build', name, '--out', 'o'])
    expect({ name, code, out }).toEqual({ name, code: 1, out: '' })
    for (const line of err.trimEnd().split('\n'))
      expect(line).toMatch(/^([\w./]+:\d+:\d+: |designer: )[ -~]+$/)
    expect(existsSync(at('o'))).toBe(false)
  }
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
})

test('a Promise deeper in the folder is named by the path that the user sees', async () => {
  write(
    'mono/promises/redis/promise.yaml',
    PROMISE.replace('kind: Promise', 'kind: Promise\nkind: X'),
  )
  const { err } = await designer(['build', 'mono', '--out', 'o'])
  expect(err).toMatch(/^mono\/promises\/redis\/promise\.yaml:3:1: error: /m)
})

test('a folder with other content is refused, and taken with --force without a loss', async () => {
  write('promise.yaml', PROMISE)
  write('o/mine.txt', 'mine')
  const refused = await designer(['build', 'promise.yaml', '--out', 'o'])
  expect(refused.code).toBe(1)
  expect(refused.err).toContain('o is not empty and was not written by designer')
  expect(list('o')).toEqual(['mine.txt'])
  expect((await designer(['build', 'promise.yaml', '--out', 'o', '--force'])).code).toBe(0)
  expect(read('o/mine.txt')).toBe('mine')
  expect(read('o/promise.yaml')).toBe(PROMISE)
})

test('a second run changes only what is different, and keeps files that are not ours', async () => {
  write('promise.yaml', PROMISE)
  await designer(['build', 'promise.yaml', '--out', 'o'])
  write('o/NOTES.md', 'mine')
  const again = await designer(['build', 'promise.yaml', '--out', 'o'])
  expect(again.out).toContain(' 0 written')
  write('promise.yaml', PROMISE.replace('v0.1.0', 'v0.2.0'))
  expect((await designer(['build', 'promise.yaml', '--out', 'o'])).code).toBe(0)
  expect(read('o/promise.yaml')).toContain('v0.2.0')
  expect(read('o/NOTES.md')).toBe('mine')
})

test('a generated file that was edited in the output is not overwritten', async () => {
  write('promise.yaml', PROMISE)
  await designer(['build', 'promise.yaml', '--out', 'o'])
  write('o/README.md', 'my own words\n')
  const { code, err } = await designer(['build', 'promise.yaml', '--out', 'o'])
  expect(code).toBe(1)
  expect(err).toContain('README.md was edited since it was generated; --force replaces it')
  expect(read('o/README.md')).toBe('my own words\n')
  // The output as input keeps the edit, as the page does.
  expect((await designer(['build', 'o', '--out', 'p'])).code).toBe(0)
  expect(read('p/README.md')).toBe('my own words\n')
})

test('the output of another Promise is refused', async () => {
  write('promise.yaml', PROMISE)
  await designer(['build', 'promise.yaml', '--out', 'o'])
  write('promise.yaml', PROMISE.replace('name: redis', 'name: kafka'))
  expect((await designer(['build', 'promise.yaml', '--out', 'o'])).err).toContain(
    'o holds the Promise "redis", not "kafka"; --force mixes them',
  )
})

test('what is no longer generated goes, unless it was edited', async () => {
  write('promise.yaml', PROMISE)
  await designer(['build', 'promise.yaml', '--out', 'o'])
  const mark = read('o/.promise-designer.yaml')
  const hash = /README\.md: ([0-9a-f]{64})/.exec(mark)?.[1]
  write('o/old/README.md', read('o/README.md'))
  write('o/old/edited.md', 'edited')
  write(
    'o/.promise-designer.yaml',
    mark.replace(
      /( +)README\.md: .*\n/,
      `$&$1old/README.md: ${hash}\n$1old/edited.md: ${hash}\n$1../escape: ${hash}\n`,
    ),
  )
  const { code, out } = await designer(['build', 'promise.yaml', '--out', 'o'])
  expect({ code, out }).toEqual({
    code: 0,
    out: expect.stringContaining('1 no longer needed and removed'),
  })
  expect(list('o/old')).toEqual(['edited.md'])
})

test('the output may lie in the input, or be the input', async () => {
  write('repo/promise.yaml', PROMISE)
  for (const out of ['repo/dist', 'repo/r.zip', 'repo/dist', 'repo/r.zip']) {
    await designer(['build', 'repo', '--out', out, '--force'])
    rmSync(at(out.endsWith('zip') ? 'repo/dist' : 'repo/r.zip'), {
      recursive: true,
      force: true,
    })
  }
  expect(list('repo').filter((path) => path.includes('dist'))).toEqual([])
  rmSync(at('repo/r.zip'), { force: true })
  expect((await designer(['build', 'repo', '--out', 'repo'])).code).toBe(0)
  const first = list('repo')
  expect((await designer(['build', 'repo', '--out', 'repo'])).out).toContain(' 0 written')
  expect(list('repo')).toEqual(first)
})

test('links are left out of the input and never written through', async () => {
  write('secret', 'secret')
  write('repo/promise.yaml', PROMISE)
  symlinkSync(at('secret'), at('repo/link'))
  const { err } = await designer(['build', 'repo', '--out', 'o.zip'])
  expect(err).toContain(
    'repo/link:1:1: warning: skipped: It is a link or no file. [import-skipped]',
  )

  write('promise.yaml', PROMISE)
  await designer(['build', 'promise.yaml', '--out', 'o'])
  rmSync(at('o/README.md'))
  symlinkSync(at('secret'), at('o/README.md'))
  const through = await designer(['build', 'promise.yaml', '--out', 'o', '--force'])
  expect(through).toMatchObject({ code: 1, err: expect.stringContaining('is a link') })
  expect(read('secret')).toBe('secret')
})

test('a zip that designer did not write is replaced only by force', async () => {
  write('promise.yaml', PROMISE)
  write('o.zip', 'my thesis')
  expect((await designer(['build', 'promise.yaml', '--out', 'o.zip'])).err).toContain(
    'exists and was not written',
  )
  expect(read('o.zip')).toBe('my thesis')
  expect((await designer(['build', 'promise.yaml', '--out', 'o.zip', '-f'])).code).toBe(0)
  expect((await designer(['build', 'promise.yaml', '--out', 'o.zip'])).code).toBe(0)
})

test('a folder that cannot be written is named, and no temporary one stays', async () => {
  write('promise.yaml', PROMISE)
  write('file', '')
  expect((await designer(['build', 'promise.yaml', '--out', 'file/o'])).err).toMatch(
    /^designer: cannot write .*file\/o: /,
  )
  mkdirSync(at('locked'))
  chmodSync(at('locked'), 0o555)
  if (process.getuid?.() !== 0) {
    expect((await designer(['build', 'promise.yaml', '--out', 'locked/o'])).err).toContain(
      'permission denied',
    )
  }
  expect(list()).toEqual(['file', 'promise.yaml'])
})

test('runs as a process, through npm, with paths from where npm was called', () => {
  write('promise.yaml', PROMISE)
  const spawn = (argv: string[], input = '') =>
    spawnSync('npm', ['run', '--silent', '--prefix', process.cwd(), 'designer', '--', ...argv], {
      cwd: at(),
      input,
      encoding: 'utf8',
      env: { ...process.env, INIT_CWD: undefined },
    })
  const built = spawn(['build', '-', '--out', 'o'], PROMISE)
  expect({ code: built.status, out: built.stdout }).toEqual({
    code: 0,
    out: expect.stringMatching(/^o: \d+ files, \d+ written/),
  })
  expect(read('o/promise.yaml')).toBe(PROMISE)
  const wrong = spawn(['build'])
  expect({ code: wrong.status, out: wrong.stdout }).toEqual({ code: 2, out: '' })
  expect(wrong.stderr).toContain('designer: build: INPUT is missing')
}, 240_000)

test('check prints what is wrong as lines, and fails on errors alone', async () => {
  write('promise.yaml', PROMISE)
  const good = await designer(['check', 'promise.yaml'])
  expect(good).toEqual({ code: 0, out: 'promise.yaml: 0 errors, 0 warnings\n', err: '' })
  write('promise.yaml', PROMISE.replace('name: redis', 'name: Redis'))
  const bad = await designer(['check', '.'])
  expect(bad.code).toBe(1)
  expect(bad.out).toMatch(/^promise\.yaml:4:3: error: The Promise name .* \[promise-name\]\n/)
  expect(bad.out).toMatch(/\.: 1 error, 0 warnings\n$/)
  expect(list()).toEqual(['promise.yaml'])
})

test('check prints JSON, also for a text that is no Promise', async () => {
  const { code, out } = await designer(
    ['check', '-', '--format', 'json'],
    PROMISE.replace('v0.1.0', 'latest'),
  )
  expect(code).toBe(1)
  expect(JSON.parse(out)).toMatchObject([
    {
      line: 6,
      column: 5,
      severity: 'error',
      code: 'promise-version',
      path: 'metadata/labels/kratix.io~1promise-version',
    },
  ])
  const none = await designer(['check', '-', '--format', 'json'], 'a: 1\n')
  expect(none.code).toBe(1)
  expect(JSON.parse(none.out)[0].severity).toBe('error')
})

test('check is used as it says', async () => {
  for (const argv of [
    ['check'],
    ['check', 'a', '--out', 'b'],
    ['check', 'a', '--format', 'xml'],
    ['check', '-', '--against', '-'],
    ['build', 'a', '--out', 'b', '--against', 'c'],
    ['diff', 'a', 'b', '--against', 'c'],
  ]) {
    expect((await designer(argv)).code).toBe(2)
  }
})
