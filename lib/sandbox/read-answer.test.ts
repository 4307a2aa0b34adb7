import { expect, test } from 'vitest'
import { LIMITS, PROTOCOL, type ProgramAnswer } from './call'
import { readAnswer } from './read-answer'
import { toWire } from './wire'

const done: ProgramAnswer = {
  end: { kind: 'exit', code: 0 },
  ...{ log: ['a'], read: ['/kratix/input/object.yaml'], took: 1 },
  output: [['a.yaml', '\ufeffa: \ud83d\ude00\n']],
  metadata: [['b', new Uint8Array([0xff, 0, 1])]],
  published: [{ stage: 'x' }],
}
/** On its way, as {@link toWire} makes it. */
const good = JSON.parse(toWire(done)).answer
const read = (answer: unknown, protocol: unknown = PROTOCOL) =>
  readAnswer(JSON.stringify({ protocol, answer }))
const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)])
const BIG = btoa('x'.repeat(LIMITS.bytes + 1))

test('an answer is read as it was written: texts, bytes and statuses', () => {
  expect(readAnswer(toWire(done))).toEqual(done)
})

test.each([
  ['of another site', good, PROTOCOL + 1],
  ['that is nothing', undefined],
  ['without an end', { ...good, end: { kind: 'won' } }],
  ['with half an exit code', { ...good, end: { kind: 'exit', code: 0.5 } }],
  ['with a path out of the volume', { ...good, output: [['../a.yaml', '']] }],
  ['with a path from the root', { ...good, output: [['/etc/passwd', '']] }],
  ['with a path without end', { ...good, output: [['a'.repeat(LIMITS.path + 1), '']] }],
  ['with a file twice', { ...good, output: [['a', ''], ['a', '']] }], // biome-ignore format: a row
  ['with a file below a file', { ...good, output: [['a', ''], ['a/b/c', '']] }], // biome-ignore format: a row
  ['with content that is no file', { ...good, metadata: [['a', { length: 1 }]] }],
  ['with content that is no base64', { ...good, metadata: [['a', '*']] }],
  ['with too many bytes', { ...good, output: [['a', BIG]] }],
  [
    'with too many files',
    { ...good, output: Array.from({ length: 2000 }, (_, n) => [`${n}`, '']) },
  ],
  ['with too long a log', { ...good, log: Array.from({ length: 5000 }, () => 'x') }],
  ['with a log that is no text', { ...good, log: [{}] }],
  ['with a log that is no list', { ...good, log: { join: 1, length: 0 } }],
  ['with files that were read without end', { ...good, read: Array(5000).fill('x') }],
  ['with a status that is no map', { ...good, published: [[1]] }],
  ['with a status without end', { ...good, published: [{ a: 'x'.repeat(LIMITS.statuses) }] }],
  ['with a status that is too deep', { ...good, published: [{ a: nested(100) }] }],
  ['without a time', { ...good, took: null }],
])('an answer %s is none', (_, answer, protocol: unknown = PROTOCOL) => {
  expect(read(answer, protocol)).toBeUndefined()
})

test.each([
  ['no JSON', '{'],
  ['no text', { protocol: PROTOCOL, answer: good }],
  ['deeper than a stack', toWire(done).replace('"x"', '['.repeat(50_000) + ']'.repeat(50_000))],
  ['longer than any answer', ' '.repeat(LIMITS.answer + 1)],
])('a message that is %s is none', (_, message) => {
  expect(readAnswer(message)).toBeUndefined()
})

test('the largest files that a program may write come through', () => {
  const output = [['a', '\u0001'.repeat(LIMITS.bytes)]] as const
  expect(readAnswer(toWire({ ...done, output, metadata: [] }))?.output).toEqual(output)
})

test('a key such as __proto__ is a key like any other, and changes no prototype', () => {
  const answer = read({
    ...good,
    output: [['__proto__', btoa('polluted')]],
    published: [JSON.parse('{"__proto__":{"polluted":true},"stage":"x"}')],
  })
  expect(answer?.output).toEqual([['__proto__', 'polluted']])
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  expect(Object.keys(answer?.published[0] ?? {})).toEqual(['__proto__', 'stage'])
})
