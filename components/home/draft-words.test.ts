import { describe, expect, it } from 'vitest'
import { copyTitle, count, matching, problemsInWords, sizeInWords } from './draft-words'

const draft = {
  id: 'a',
  name: 'redis',
  title: 'Cache for team A',
  version: 'v0.1.0',
  group: 'mygroup.org',
  kind: 'Redis',
  apiVersion: 'v1',
  properties: 1,
  steps: 1,
  savedAt: 1,
}
const other = { ...draft, id: 'b', name: 'kafka', title: undefined, kind: 'Kafka' }

describe('what a card says of a draft', () => {
  it('counts in words', () => {
    expect(count(1, 'property', 'properties')).toBe('1 property')
    expect(count(1_200, 'step')).toBe('1,200 steps')
  })

  it('gives sizes with two digits that count, and never "1000 KB"', () => {
    const sizes = [0, 999, 1_000, 9_949, 9_950, 999_499, 999_500, 12_300_000]
    expect(sizes.map(sizeInWords)).toEqual([
      ...['0 B', '999 B', '1.0 KB', '9.9 KB', '10 KB', '999 KB', '1.0 MB', '12 MB'],
    ])
  })

  it('names problems only when there are some', () => {
    expect(problemsInWords(undefined)).toBeUndefined()
    expect(problemsInWords({ errors: 0, warnings: 0 })).toBeUndefined()
    expect(problemsInWords({ errors: 1, warnings: 0 })).toBe('1 error')
    expect(problemsInWords({ errors: 2, warnings: 1 })).toBe('2 errors, 1 warning')
  })
})

describe('the name of a copy', () => {
  it('is that of the first, counted on when it is taken', () => {
    expect(copyTitle('redis', ['redis'])).toBe('Copy of redis')
    expect(copyTitle('redis', ['Copy of redis'])).toBe('Copy of redis 2')
    expect(copyTitle('Copy of redis 2', ['Copy of redis', 'Copy of redis 2'])).toBe(
      'Copy of redis 3',
    )
    expect(copyTitle('Copy of', [])).toBe('Copy of Copy of')
  })
})

describe('the search among drafts', () => {
  it('takes every word, in any order, in title, name and API', () => {
    const found = (search: string) => matching([draft, other], search).map(({ id }) => id)
    expect(found('')).toEqual(['a', 'b'])
    expect(found('MYGROUP')).toEqual(['a', 'b'])
    expect(found('team redis')).toEqual(['a'])
    expect(found('kafka cache')).toEqual([])
  })
})
