import { expect, test } from 'vitest'
import { checkReleaseUrl, usualReleaseUrl } from './release-url'

test('the address is that of a tag on GitHub, by the owner of the images', () => {
  const url = 'https://raw.githubusercontent.com/acme/redis-promise/{version}/promise.yaml'
  expect(usualReleaseUrl('ghcr.io/acme', 'redis-promise', 'promise.yaml')).toBe(url)
  expect(usualReleaseUrl('', 'redis-promise', 'install/promise.yaml')).toContain(
    '/OWNER/redis-promise/{version}/install/promise.yaml',
  )
  expect(checkReleaseUrl(url)).toBeUndefined()
})

test.each(['', 'ftp://x', 'javascript:alert(1)', 'https://', 'https://a b', 'https://[x'])(
  'no address: %j',
  (text) => expect(checkReleaseUrl(text)).toBeDefined(),
)
