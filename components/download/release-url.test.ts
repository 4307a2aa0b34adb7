import { expect, test } from 'vitest'
import { checkReleaseUrl, isPlaceholder, usualReleaseUrl } from './release-url'

test('the address is that of a tag on GitHub, by the owner of the images', () => {
  const url = 'https://raw.githubusercontent.com/acme/redis-promise/{version}/promise.yaml'
  expect(usualReleaseUrl('ghcr.io/acme', 'redis-promise', 'promise.yaml')).toBe(url)
  expect(isPlaceholder(url)).toBe(false)
})

test('an address that nobody told is one that nobody can have, and known for it', () => {
  const url = usualReleaseUrl('', 'redis-promise', 'install/promise.yaml')
  expect(url).toBe('https://example.invalid/redis-promise/{version}/install/promise.yaml')
  expect(isPlaceholder(url)).toBe(true)
  expect(checkReleaseUrl(url)).toBeUndefined()
  expect(checkReleaseUrl(url)).toBeUndefined()
})

test.each([
  'https://x.org/%zz',
  'https://x.org/%e',
  'https://x.org/#%',
  'https://x.org\\b',
  'https://x.org:8\\b',
  'https://{x}.org/',
  'https://x.org/\u007f',
  'https://é@x.org/',
])('Kratix cannot read the address %j', (text) => {
  expect(checkReleaseUrl(text)).toBe('Kratix cannot read this address.')
})

test.each([
  'https://x.org/a|b',
  'https://x.org/a{b}',
  'https://x.org/a^b`<>',
  'https://x.org/a\\b',
  'https://x.org/p?x="y"&z=%zz#a#b',
  'https://u:p%40@x.org:8443/é/\u0085',
  'https://[::1]:80?q',
  'https://exämple.org/%7Bversion%7D',
])('Kratix reads the address %j', (text) => expect(checkReleaseUrl(text)).toBeUndefined())

test.each(['', 'ftp://x', 'javascript:alert(1)', 'https://', 'https://a b', 'https://[x'])(
  'no address: %j',
  (text) => expect(checkReleaseUrl(text)).toBeDefined(),
)
