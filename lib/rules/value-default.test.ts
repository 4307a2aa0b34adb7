import { expect, test } from 'vitest'
import { redis } from '@/lib/commands/testing'
import { report } from './testing'
import { valueDefault } from './value-default'

const FILE = '.promise-designer.yaml'

test('a property with a default is always there', () => {
  expect(report(valueDefault, redis)).toEqual([])
})

test('a property that a request may leave out needs a default somewhere', () => {
  const settings = redis[FILE]?.replace('spec.size', 'spec.tls.enabled') ?? ''
  expect(report(valueDefault, { ...redis, [FILE]: settings })).toEqual([
    'warning steps["resource/configure/instance/render"].values.replicas: A request may leave out spec.tls.enabled, and would fail then: give the value "replicas" or the property a default.',
  ])
  const cured = settings.replace('spec.tls.enabled\n', 'spec.tls.enabled\n        default: true\n')
  expect(report(valueDefault, { ...redis, [FILE]: cured })).toEqual([])
})
