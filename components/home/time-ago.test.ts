import { expect, test } from 'vitest'
import { timeAgo } from './time-ago'

test('a time in the past reads as people say it', () => {
  const ago = (seconds: number) => timeAgo(1e12 - seconds * 1000, 1e12)
  expect(ago(10)).toBe('just now')
  expect(ago(-10)).toBe('just now')
  expect(ago(60)).toBe('1 minute ago')
  expect(ago(12 * 60)).toBe('12 minutes ago')
  expect(ago(26 * 3600)).toBe('yesterday')
  expect(ago(8 * 86_400)).toBe('last week')
})
