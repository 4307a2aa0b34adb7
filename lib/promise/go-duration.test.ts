import { expect, test } from 'vitest'
import { goDuration } from './go-duration'

test('reads what time.ParseDuration reads', () => {
  expect(goDuration('1h30m')).toBe(5_400_000)
  expect(goDuration('-1.5s')).toBe(-1500)
  expect(goDuration('.5m')).toBe(30_000)
  expect(goDuration('0')).toBe(0)
  for (const bad of ['', '1', '1d', 'h', '1 h', '.s', '--1s'])
    expect(goDuration(bad)).toBe(undefined)
})
