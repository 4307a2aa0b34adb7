import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { importInput, LIMITS } from '.'
import { encode, folderInput, PROMISE, reasons, succeeded, zipInput } from './testing'

test.each(['', 'redis-promise', 'a/b/c'])('a zip opens with root folder %j', (root) => {
  const { files, report } = succeeded(
    importInput(zipInput({ 'promise.yaml': PROMISE, 'hack/run.sh': 'exit\n' }, root)),
  )
  expect([...files].map(([path, { text }]) => [path, text])).toEqual([
    ['promise.yaml', PROMISE],
    ['hack/run.sh', 'exit\n'],
  ])
  expect(report.root).toBe(root)
  expect(report.items).toEqual([])
})

test('what is zipped comes back byte for byte, also what is not UTF-8', () => {
  const path = fc.stringMatching(/^[a-z]{1,8}(\/[a-zé雪]{1,8}\.[a-z]{3}){1,3}$/)
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(path, fc.uint8Array({ maxLength: 99 })), { selector: ([p]) => p }),
      (files) => {
        const given = new Map<string, Uint8Array>([...files, ['promise.yaml', encode(PROMISE)]])
        // A file and a folder of one name cannot come from a disk.
        for (const [a] of files) fc.pre(![...given.keys()].some((b) => b.startsWith(`${a}/`)))
        const read = succeeded(importInput(zipInput(Object.fromEntries(given)))).files
        expect(new Map([...read].map(([p, { bytes }]) => [p, new Uint8Array(bytes)]))).toEqual(
          given,
        )
      },
    ),
    { numRuns: 100 },
  )
})

test('version control, packages and caches are passed over; dist and build are not', () => {
  const { files, report } = succeeded(
    importInput(
      folderInput({
        'promise.yaml': PROMISE,
        '.git/config': '',
        '.git/HEAD': '',
        'a/node_modules/x/promise.yaml': PROMISE,
        '__MACOSX/._promise.yaml': '',
        '.DS_Store': '',
        'scripts/__pycache__/x.pyc': '',
        'dist/a': '',
        'build/a': '',
        '.gitignore': '',
        '.github/workflows/ci.yaml': '',
      }),
    ),
  )
  expect([...files.keys()].sort()).toEqual([
    '.github/workflows/ci.yaml',
    '.gitignore',
    'build/a',
    'dist/a',
    'promise.yaml',
  ])
  expect(report.items.map(({ path, fate, count }) => [path, fate, count])).toEqual([
    ['.git', 'skipped', 2],
    ['a/node_modules', 'skipped', 1],
    ['__MACOSX', 'skipped', 1],
    ['.DS_Store', 'skipped', undefined],
    ['scripts/__pycache__', 'skipped', 1],
  ])
})

test('a lone or pasted Promise keeps its bytes', () => {
  for (const text of [
    PROMISE,
    `\ufeff${PROMISE}`,
    PROMISE.replaceAll('\n', '\r\n'),
    '{kind: Promise}',
    'kind: Promise\n  broken: [',
  ]) {
    const { files } = succeeded(
      importInput({ kind: 'file', name: 'promise.yaml', bytes: encode(text) }),
    )
    expect(files.get('promise.yaml')?.text).toBe(text)
  }
})

test.each([
  ['a request', encode('kind: Redis\n'), 'import-no-promise: x holds no object of kind Promise'],
  ['a release', encode('kind: PromiseRelease\n'), 'import-no-promise'],
  ['nothing', encode(''), 'import-no-promise'],
  [
    'UTF-16',
    new Uint8Array([0xff, 0xfe, 0x6b, 0]),
    'import-format: x is in UTF-16: save it as UTF-8',
  ],
  ['a tarball', new Uint8Array([0x1f, 0x8b, 8, 0]), 'import-format: x is packed with gzip'],
  [
    'a picture',
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0xff]),
    'import-format: x is neither UTF-8',
  ],
  ['9 MiB', encode(`kind: Promise\n#${'x'.repeat(9 << 20)}`), 'import-limit: x has 9 MiB'],
])('%s is no Promise', (_, bytes, reason) => {
  expect(reasons(importInput({ kind: 'file', name: 'x', bytes }))[0]).toContain(reason)
})

test.each([
  '../promise.yaml',
  '/etc/passwd',
  'a/../../b',
  'C:/windows/system.ini',
  'a\\..\\b',
  'a//b',
  'a/./b',
  'a\nb',
  `${'x'.repeat(300)}`,
  `${'d/'.repeat(41)}f`,
])('the path %j is refused', (path) => {
  const input = zipInput({ [path]: '', 'promise.yaml': PROMISE })
  expect(reasons(importInput(input))[0]).toMatch(/^import-path: /)
  expect(reasons(importInput(folderInput({ [path]: '', 'promise.yaml': PROMISE })))[0]).toMatch(
    /^import-path: /,
  )
})

test('names of the object prototype are names like others', () => {
  const files = succeeded(
    importInput(zipInput({ 'promise.yaml': PROMISE, ['__proto__']: 'a', 'constructor/x': 'b' })),
  ).files
  expect([...files.keys()].sort()).toEqual(['__proto__', 'constructor/x', 'promise.yaml'])
  expect(Object.hasOwn(Object.prototype, 'x')).toBe(false)
})

test('a file that is also a folder, or is there twice, is refused', () => {
  expect(reasons(importInput(zipInput({ a: '', 'a/b': '', 'promise.yaml': PROMISE })))).toEqual([
    'import-path: a is both a file and a folder',
  ])
  const twice = [
    { path: 'promise.yaml', bytes: encode(PROMISE) },
    { path: 'promise.yaml', bytes: encode('') },
  ]
  expect(reasons(importInput({ kind: 'folder', name: 'f', files: twice }))).toEqual([
    'import-path: promise.yaml is there twice',
  ])
})

test('too many files are refused before they are all read', () => {
  let read = 0
  function* endless() {
    for (;;) yield { path: `f${read++}`, bytes: new Uint8Array() }
  }
  expect(reasons(importInput({ kind: 'folder', name: 'f', files: endless() }))).toEqual([
    `import-limit: f has more than ${LIMITS.listed} files`,
  ])
  expect(read).toBe(LIMITS.listed + 1)
  const many = Array.from({ length: LIMITS.files + 1 }, (_, i) => [`f${i}`, ''])
  expect(reasons(importInput(folderInput(Object.fromEntries(many))))).toEqual([
    `import-limit: redis has more than ${LIMITS.files} files`,
  ])
})

test('a folder or file beyond the size limits is refused', () => {
  const big = new Uint8Array(LIMITS.fileBytes + 1)
  const files = [{ path: 'big', bytes: big }]
  expect(reasons(importInput({ kind: 'folder', name: 'f', files }))[0]).toContain(
    'big has 32 MiB; a file may have 32 MiB',
  )
  const half = big.subarray(0, LIMITS.fileBytes)
  const many = ['a', 'b', 'c'].map((path) => ({ path, bytes: half }))
  expect(reasons(importInput({ kind: 'folder', name: 'f', files: many }))[0]).toContain(
    'f unpacks to more than 64 MiB',
  )
})
