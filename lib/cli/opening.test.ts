import { truncateSync } from 'node:fs'
import { expect, test } from 'vitest'
import { commandLine } from './testing'

const promise = (name: string) => `apiVersion: platform.kratix.io/v1alpha1
kind: Promise
metadata:
  name: ${name}
  labels:
    kratix.io/promise-version: v0.1.0
spec: {}
`

const { at, write, designer } = commandLine()

test('several Promises are named, and --promise takes one of them', async () => {
  write('market/redis/promise.yaml', promise('redis'))
  write('market/kafka/promise.yaml', promise('kafka'))
  expect(await designer(['build', 'market', '--out', 'o'])).toEqual({
    code: 1,
    out: '',
    err: `designer: market holds several Promises:
  kafka/promise.yaml  (kafka)
  redis/promise.yaml  (redis)
Choose one by --promise, such as --promise "kafka/promise.yaml"
`,
  })
  const { code, out, err } = await designer(['build', 'market', '--out', 'o', '--promise', 'redis'])
  expect({ code, err }).toEqual({
    code: 0,
    err: 'market/kafka/promise.yaml:1:1: warning: skipped: It lies outside of redis/, where the Promise is. [import-skipped]\n',
  })
  expect(out).toMatch(/^o: \d+ files?/)
  const wrong = await designer(['build', 'market', '--out', 'p', '--promise', 'mongo'])
  expect(wrong).toMatchObject({ code: 1, err: expect.stringContaining('names no Promise') })
})

test('a document of a file is chosen by its number', async () => {
  write('all.yaml', `${promise('redis')}---\n${promise('kafka')}`)
  expect((await designer(['build', 'all.yaml', '--out', 'o'])).err).toContain('all.yaml#2  (kafka)')
  const { code, err } = await designer(['build', 'all.yaml', '--out', 'o', '-p', '2'])
  expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('redis was not chosen') })
})

test('a file of 1 GB is refused before it is read', async () => {
  write('huge.zip', 'PK')
  truncateSync(at('huge.zip'), 1 << 30)
  const before = process.memoryUsage().arrayBuffers
  expect(await designer(['build', 'huge.zip', '--out', 'o'])).toEqual({
    code: 1,
    out: '',
    err: 'designer: huge.zip has 1024 MiB; at most 64 MiB can be opened\n',
  })
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 << 20)
})
