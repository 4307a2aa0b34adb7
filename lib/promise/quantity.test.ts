import { expect, test } from 'vitest'
import { parseQuantity } from './quantity'

const NANO = 1_000_000_000n

test.each([
  ['1', NANO],
  [2, 2n * NANO],
  [1.5, (3n * NANO) / 2n],
  ['100m', NANO / 10n],
  ['0.1', NANO / 10n],
  ['.5', NANO / 2n],
  ['1Ki', 1024n * NANO],
  ['1.5Gi', 1536n * 1024n * 1024n * NANO],
  ['1k', 1000n * NANO],
  ['2e3', 2000n * NANO],
  ['1E', 10n ** 18n * NANO],
  ['-1', -NANO],
  ['0.1n', 1n],
  ['+3u', 3000n],
])('%s', (value, nano) => {
  expect(parseQuantity(value)).toBe(nano)
})

test('what is no quantity', () => {
  for (const value of ['', '.', 'x', '1 Gi', '1gi', '1e99', true, null, Number.NaN]) {
    expect(parseQuantity(value)).toBeUndefined()
  }
})
