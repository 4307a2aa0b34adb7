import { expect, test } from 'vitest'
import { flatNames, type OfferedField, offerProblem } from './offer'

const field = (...names: string[]): OfferedField => ({
  path: names,
  names,
  schema: { type: 'string' },
  default: '',
})

test('fields side by side are called as short as tells them apart', () => {
  expect(
    flatNames([
      ['redis', 'replicas'],
      ['sentinel', 'replicas'],
      ['image'],
      ['redis', 'a.b'],
      ['pod', 'image'],
    ]),
  ).toEqual(['redisReplicas', 'sentinelReplicas', 'image3', 'a_b', 'podImage'])
  expect(flatNames([])).toEqual([])
})

test('names that cannot be given are said', () => {
  expect(offerProblem([field('a'), field('b', 'c'), field('b', 'd')])).toBeUndefined()
  expect(offerProblem([field('a'), field('b'), field('a')])).toBe('Two fields are called "a".')
  expect(offerProblem([field('a'), field('a', 'b')])).toBe(
    '"a" is a single value, and "a.b" would be in it.',
  )
  expect(offerProblem([field('a', 'b'), field('a')])).toBe(
    '"a" is a single value, and "a.b" would be in it.',
  )
  expect(offerProblem([field('a'), field('')])).toBe('Each property needs a name.')
  expect(offerProblem([field()])).toBe('Each property needs a name.')
  expect(offerProblem([field('a.b')])).toContain('no dots')
})

/** What is read of the names of so many fields that differ in the first of three. */
function reads(count: number, work: (paths: readonly (readonly string[])[]) => unknown): number {
  let sum = 0
  const counted = Array.from(
    { length: count },
    (_, i) =>
      new Proxy([`group${i}`, 'resources', 'limit'], {
        get(target, key) {
          sum++
          return Reflect.get(target, key)
        },
      }),
  )
  work(counted)
  return sum
}

test('each name is read a few times, however many fields there are', () => {
  const offered = (paths: readonly (readonly string[])[]) =>
    offerProblem(paths.map((names) => ({ ...field(), names })))
  expect(reads(2000, flatNames)).toBeLessThan(2000 * 200)
  expect(reads(2000, offered)).toBeLessThan(2000 * 200)
})
