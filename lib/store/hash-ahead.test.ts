import { createHash } from 'node:crypto'
import { expect, it, vi } from 'vitest'
import { FileContent } from '@/lib/promise/files'
import { hashAhead } from './hash-ahead'

const large = () => FileContent.fromText('key: värde\n'.repeat(5000))

it('gives a large file the hash that it has', async () => {
  const digest = vi.spyOn(globalThis.crypto.subtle, 'digest')
  const content = large()
  await hashAhead(new Map([['a', content]]))
  expect(digest).toHaveBeenCalledTimes(1)
  expect(content.hash).toBe(createHash('sha256').update(content.bytes).digest('hex'))
  await hashAhead(new Map([['a', content]]))
  expect(digest).toHaveBeenCalledTimes(1)
  digest.mockRestore()
})

it('leaves it to saving where the page may not hash beside it', async () => {
  vi.stubGlobal('crypto', {})
  const content = large()
  await hashAhead(new Map([['a', content]]))
  expect(content.hash).toBe(large().hash)
  vi.unstubAllGlobals()
})
