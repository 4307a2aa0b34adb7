import { expect, test } from 'vitest'
import { LIMITS, PROTOCOL } from './call'
import { readAnswer } from './read-answer'

const good = {
  end: { kind: 'exit', code: 0 },
  ...{ log: ['a'], read: ['/kratix/input/object.yaml'], metadata: [], took: 1 },
  output: [['a.yaml', 'a: 1\n']],
  published: ['{"stage":"x"}'],
}
const read = (answer: unknown, protocol: unknown = PROTOCOL) => readAnswer({ protocol, answer })

test('an answer is read as it is, with its statuses as data', () => {
  expect(read(good)).toEqual({ ...good, published: [{ stage: 'x' }] })
})

test.each([
  ['of another site', good, PROTOCOL + 1],
  ['that is nothing', undefined],
  ['without an end', { ...good, end: { kind: 'won' } }],
  ['with half an exit code', { ...good, end: { kind: 'exit', code: 0.5 } }],
  ['with a path out of the volume', { ...good, output: [['../a.yaml', '']] }],
  ['with a path from the root', { ...good, output: [['/etc/passwd', '']] }],
  ['with a file twice', { ...good, output: [['a', ''], ['a', '']] }], // biome-ignore format: a row
  ['with content that is no file', { ...good, metadata: [['a', { length: 1 }]] }],
  ['with too many bytes', { ...good, output: [['a', 'x'.repeat(LIMITS.bytes + 1)]] }],
  [
    'with too many files',
    { ...good, output: Array.from({ length: 2000 }, (_, n) => [`${n}`, '']) },
  ],
  ['with too long a log', { ...good, log: Array.from({ length: 5000 }, () => 'x') }],
  ['with a log that is no text', { ...good, log: [{}] }],
  ['with a status that is no map', { ...good, published: ['[1]'] }],
  ['with a status that is no JSON', { ...good, published: ['{'] }],
  ['without a time', { ...good, took: Number.NaN }],
])('an answer %s is none', (_, answer, protocol: unknown = PROTOCOL) => {
  expect(read(answer, protocol)).toBeUndefined()
})

test('a key such as __proto__ is a key like any other, and changes no prototype', () => {
  const answer = read({
    ...good,
    output: [['__proto__', 'polluted']],
    published: ['{"__proto__":{"polluted":true},"stage":"x"}'],
  })
  expect(answer?.output).toEqual([['__proto__', 'polluted']])
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  expect(Object.keys(answer?.published[0] ?? {})).toEqual(['__proto__', 'stage'])
})
