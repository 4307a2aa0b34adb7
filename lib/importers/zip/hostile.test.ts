import * as fc from 'fast-check'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { importInput, LIMITS } from '..'

const PROMISE = new TextEncoder().encode('kind: Promise\nmetadata:\n  name: redis\n')
const open = (bytes: Uint8Array) => importInput({ kind: 'file', name: 'a.zip', bytes })

function messages(bytes: Uint8Array): string[] {
  const imported = open(bytes)
  if (imported.kind === 'choice') return ['choice']
  if (imported.kind === 'ok') return ['imported']
  return imported.diagnostics.map((d) => `${d.code}: ${d.message}`)
}

/** The first place of a little-endian signature, to tamper with what follows. */
function find(bytes: Uint8Array, signature: number, nth = 0): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let at = 0; at + 4 <= bytes.length; at++) {
    if (view.getUint32(at, true) === signature && nth-- === 0) return at
  }
  throw new Error('no such signature')
}
const CENTRAL = 0x02014b50
const END = 0x06054b50

function tampered(bytes: Uint8Array, at: number, value: number, width: 2 | 4): Uint8Array {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  if (width === 2) view.setUint16(at, value, true)
  else view.setUint32(at, value, true)
  return copy
}

test('a zip of another tool opens', () => {
  const { kind } = open(zipSync({ 'r/promise.yaml': PROMISE, 'r/a/b': [PROMISE, { level: 0 }] }))
  expect(kind).toBe('ok')
})

test('a bomb is refused by what it announces', () => {
  const bomb = zipSync({ 'promise.yaml': PROMISE, zeros: new Uint8Array(20 << 20) })
  expect(messages(bomb)).toEqual([
    `import-limit: "zeros" unpacks to more than ${LIMITS.ratio} times its size`,
  ])
})

test('a bomb that lies about its size is found out after a chunk', () => {
  const bomb = zipSync({ 'promise.yaml': PROMISE, zeros: new Uint8Array(60 << 20) })
  const lying = tampered(bomb, find(bomb, CENTRAL, 1) + 24, 1000, 4)
  const before = performance.now()
  expect(messages(lying)).toEqual(['import-format: zeros is damaged or cut off'])
  expect(performance.now() - before).toBeLessThan(5000) // a hang, not a budget
})

/** The zip of one file `a` with its directory entry repeated under the names, all for one data. */
function repeated(one: Uint8Array, names: readonly string[]): Uint8Array {
  const start = find(one, CENTRAL)
  const central = one.slice(start, find(one, END))
  const end = one.slice(find(one, END))
  const out = new Uint8Array(start + central.length * names.length + end.length)
  out.set(one.subarray(0, start))
  names.forEach((name, i) => {
    central[46] = name.charCodeAt(0)
    out.set(central, start + i * central.length)
  })
  const view = new DataView(end.buffer)
  view.setUint16(10, names.length % 65_536, true)
  view.setUint32(12, central.length * names.length, true)
  out.set(end, start + central.length * names.length)
  return out
}

test('entries that share their data count every time', () => {
  // Fifield's bomb: many directory entries point at one and the same packed data.
  const data = new Uint8Array(4 << 20).map((_, i) => (i * 2654435761) >>> 13)
  const bomb = repeated(zipSync({ a: data }, { level: 0 }), [...'abcdefghijklmnopqrst'])
  expect(messages(bomb)).toEqual(['import-limit: a.zip unpacks to more than 64 MiB'])
})

test('100,000 entries are refused at once, also when the count has wrapped', () => {
  const one = zipSync({ a: new Uint8Array() })
  for (const count of [50_001, 100_000]) {
    const names = Array.from({ length: count }, () => 'a')
    expect(messages(repeated(one, names))).toEqual([
      `import-limit: a.zip has more than ${LIMITS.listed} entries`,
    ])
  }
})

test('a link is left out, whatever host it names', () => {
  const link = zipSync({
    'promise.yaml': PROMISE,
    passwd: [new TextEncoder().encode('/etc/passwd'), { os: 3, attrs: (0o120777 << 16) >>> 0 }],
    pipe: [new Uint8Array(), { os: 3, attrs: 0o010644 << 16 }],
  })
  const imported = open(link)
  if (imported.kind !== 'ok') throw new Error('refused')
  expect([...imported.files.keys()]).toEqual(['promise.yaml'])
  expect(imported.report.items.map(({ path, fate, reason }) => [path, fate, reason])).toEqual([
    ['passwd', 'skipped', 'It is a link: it could lead out of the repository.'],
    ['pipe', 'skipped', 'It is not a regular file: it could lead out of the repository.'],
  ])
})

test('encrypted and oddly packed entries are named', () => {
  const plain = zipSync({ 'promise.yaml': PROMISE })
  const at = find(plain, CENTRAL)
  expect(messages(tampered(plain, at + 8, 1, 2))).toEqual([
    'import-format: promise.yaml is encrypted',
  ])
  expect(messages(tampered(plain, at + 10, 14, 2))[0]).toContain('packed with method 14')
})

test('a changed byte of the data is found out', () => {
  const plain = zipSync({ 'promise.yaml': PROMISE }, { level: 0 })
  const copy = plain.slice()
  copy[45] = (copy[45] ?? 0) ^ 1
  expect(messages(copy)).toEqual(['import-format: promise.yaml is damaged or cut off'])
})

test('names in code page 437 and with backslashes are read', () => {
  const plain = zipSync({ 'r_promise.yaml': PROMISE, 'r_\u0001': PROMISE })
  const bytes = plain.slice()
  for (let i = 0; i + 1 < bytes.length; i++) {
    if (bytes[i] === 0x72 && bytes[i + 1] === 0x5f) bytes[i + 1] = 0x5c // r_ -> r\
    if (bytes[i] === 0x5c && bytes[i + 1] === 1) bytes[i + 1] = 0x81 // ü
  }
  const imported = open(bytes)
  expect(imported.kind === 'ok' && [...imported.files.keys()]).toEqual(['promise.yaml', 'ü'])
})

test('every cut of a zip is answered with a fault', () => {
  const whole = zipSync({ 'promise.yaml': PROMISE, 'a/b': PROMISE })
  for (let length = 0; length < whole.length; length++) {
    const imported = open(whole.slice(0, length))
    expect(imported.kind).toBe('failure')
  }
})

test('no change of bytes makes it throw or give an unsafe path', () => {
  const whole = zipSync({ 'promise.yaml': PROMISE, 'a/b': PROMISE })
  const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255))
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
      const bytes = whole.slice()
      for (const [at, value] of changes) bytes[at] = value
      const imported = open(bytes)
      if (imported.kind === 'failure') expect(imported.diagnostics.length).toBeGreaterThan(0)
      else if (imported.kind === 'ok')
        for (const path of imported.files.keys()) expect(path).not.toMatch(/(^|\/)\.\.?(\/|$)|^\//)
    }),
    { numRuns: 2000 },
  )
})
