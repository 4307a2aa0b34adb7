import { expect, test } from 'vitest'
import { redis } from '@/lib/commands/testing'
import { report } from './testing'
import { valueSource } from './value-source'

const FILE = '.promise-designer.yaml'
const reads = (from: string) =>
  report(valueSource, { ...redis, [FILE]: redis[FILE]?.replace('spec.size', from) ?? '' })
const AT = '["resource/configure/instance/render"].values.replicas.from'

test('a value that reads a scalar of the API, at any depth, is good', () => {
  expect(reads('spec.size')).toEqual([])
  expect(reads('spec.tls.enabled')).toEqual([])
})

test('a value that reads what is not there, or an object, is an error', () => {
  expect(reads('spec.sizes')).toEqual([
    `error steps${AT}: The value "replicas" reads spec.sizes, which the API does not have.`,
  ])
  expect(reads('spec.tls')).toEqual([
    `error steps${AT}: The value "replicas" reads spec.tls, which is an object; it must be a string, number or boolean.`,
  ])
  expect(reads('spec.__proto__')).toHaveLength(1)
})

test('a schema that is open is not judged', () => {
  const promise = redis['promise.yaml']?.replace(
    '                    tls:\n                      type: object\n',
    '                    tls:\n                      type: object\n                      x-kubernetes-preserve-unknown-fields: true\n',
  )
  const texts = {
    ...redis,
    'promise.yaml': promise ?? '',
    [FILE]: redis[FILE]?.replace('spec.size', 'spec.tls.other') ?? '',
  }
  expect(report(valueSource, texts)).toEqual([])
})
