import { expect, test } from 'vitest'
import { redis } from '@/lib/commands/testing'
import { renderTemplates } from './render-templates'
import { report } from './testing'

test('a render step with a template is good', () => {
  expect(report(renderTemplates, redis)).toEqual([])
})

test('a render step without one writes nothing', () => {
  const { 'promise.yaml': promise = '', '.promise-designer.yaml': settings = '' } = redis
  const key = 'resource/configure/instance/render'
  expect(
    report(renderTemplates, { 'promise.yaml': promise, '.promise-designer.yaml': settings }),
  ).toEqual([
    `warning steps["${key}"]: The step ${key} has no template, so it writes nothing: add one below resources/.`,
  ])
})
