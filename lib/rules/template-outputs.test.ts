import { expect, test } from 'vitest'
import { redis } from '@/lib/commands/testing'
import { templateOutputs } from './template-outputs'
import { report } from './testing'

const folder = 'workflows/resource/configure/instance/render/resources/'
const template = 'kind: ConfigMap\n'

test('templates of different names write different files', () => {
  expect(report(templateOutputs, { ...redis, [`${folder}b/a.yaml`]: template })).toEqual([])
})

test('templates that differ only in their extension would write the same file', () => {
  const files = { ...redis, [`${folder}a.yaml`]: template, [`${folder}a.yml`]: template }
  expect(report(templateOutputs, files)).toEqual([
    'error : a.yml would write the same file as a.yaml: rename one of them.',
  ])
})
