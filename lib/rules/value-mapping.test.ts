import { expect, test } from 'vitest'
import { redis } from '@/lib/commands/testing'
import { report } from './testing'
import { valueMapping } from './value-mapping'

const FILE = '.promise-designer.yaml'
const AT = 'steps["resource/configure/instance/render"].values.replicas.map'

test('a mapping with a row for every choice is good', () => {
  expect(report(valueMapping, redis)).toEqual([])
})

test('a choice without a row is named, and a row for no choice too', () => {
  const promise = redis['promise.yaml']?.replace('[small, large]', '[small, big, huge]') ?? ''
  expect(report(valueMapping, { ...redis, 'promise.yaml': promise })).toEqual([
    `warning ${AT}: The value "replicas" has no row for "big", "huge": a request with it fails.`,
    `warning ${AT}[1].when: The value "replicas" has a row for "large", which the API does not allow.`,
  ])
})

test('a boolean has two choices', () => {
  const settings = redis[FILE]
    ?.replace('spec.size', 'spec.tls.enabled')
    .replace('when: small', 'when: true')
  const [missing, never] = report(valueMapping, { ...redis, [FILE]: settings ?? '' })
  expect(missing).toContain('no row for false')
  expect(never).toContain('"large"')
})
