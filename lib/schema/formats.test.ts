import { expect, test } from 'vitest'
import { hasFormat } from './formats'

test.each([
  ['uuid', '0b9f0bd6-6f55-4b73-9c3a-6a1a4d3c0c2e', 'x'],
  ['uuid4', '0b9f0bd6-6f55-4b73-9c3a-6a1a4d3c0c2e', '0b9f0bd6-6f55-1b73-9c3a-6a1a4d3c0c2e'],
  ['date', '2024-02-29', '2023-02-29'],
  ['date-time', '2026-01-02T03:04:05Z', 'now'],
  ['ipv4', '10.0.0.1', 'ten'],
  ['cidr', '10.0.0.0/8', '10.0.0.0'],
  ['byte', 'YWJj', 'a'],
  ['hexcolor', '#fff', '#ffff'],
  ['email', 'a@b.org', 'a'],
  ['mac', '00:11:22:33:44:55', '0011'],
  ['duration', '1h30m', 'soon'],
  ['k8s-short-name', 'my-name', 'My'],
])('%s', (format, good, bad) => {
  expect(hasFormat(format, good)).toBe(true)
  expect(hasFormat(format, bad)).toBe(false)
})

test('what the cluster would have to be asked is left open; unknown formats fit all', () => {
  expect(hasFormat('email', '"a b"@c')).toBe(undefined)
  expect(hasFormat('ipv4', '010.0.0.1')).toBe(undefined)
  expect(hasFormat('nonsense', 'x')).toBe(true)
  expect(hasFormat('password', '')).toBe(true)
})
