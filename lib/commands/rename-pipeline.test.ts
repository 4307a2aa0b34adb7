import { expect, test } from 'vitest'
import { renamePipeline } from './rename-pipeline'
import { after, RENDER_REF, redis, refusal } from './testing'

test('a renamed pipeline takes settings and folders of its steps along', () => {
  const texts = after(redis, renamePipeline(RENDER_REF, 'create'))
  expect(texts['promise.yaml']).toBe(
    redis['promise.yaml']?.replace('name: instance', 'name: create'),
  )
  expect(texts['.promise-designer.yaml']).toBe(
    redis['.promise-designer.yaml']?.replace('configure/instance/', 'configure/create/'),
  )
  expect(Object.keys(texts).filter((path) => path.includes('instance'))).toEqual([])
  expect(texts['workflows/resource/configure/create/render/Dockerfile']).toBe('FROM mine\n')
  const base = '.promise-designer/base/workflows/resource/configure/create/render/Dockerfile'
  expect(texts[base]).toBe('FROM base\n')
})

test('settings of a step that is gone for the moment stay with its pipeline', () => {
  const settings = `${redis['.promise-designer.yaml']}  resource/configure/instance/old:\n    kind: custom\n    language: go\n`
  const texts = after(
    { ...redis, '.promise-designer.yaml': settings },
    renamePipeline(RENDER_REF, 'create'),
  )
  expect(texts['.promise-designer.yaml']).toContain('resource/configure/create/old:')
})

test('a name that is no name, or that is taken, is refused', () => {
  const two = redis['promise.yaml']?.replace(
    'configure:\n',
    'configure:\n        - {apiVersion: platform.kratix.io/v1alpha1, kind: Pipeline, metadata: {name: first}}\n',
  )
  const texts = { ...redis, 'promise.yaml': two ?? '' }
  expect(refusal(texts, renamePipeline({ ...RENDER_REF, pipeline: 1 }, 'first'))).toContain(
    '"first"',
  )
  expect(refusal(redis, renamePipeline(RENDER_REF, '../x'))).toContain('../x')
  expect(refusal(redis, renamePipeline({ ...RENDER_REF, pipeline: 5 }, 'x'))).toContain('no such')
})

test('a pipeline whose name looks like a step of another takes nothing of it', () => {
  const hostile = redis['promise.yaml']?.replace(
    '        # one instance\n',
    `        - apiVersion: platform.kratix.io/v1alpha1
          kind: Pipeline
          metadata:
            name: instance/render
          spec:
            containers: []
        # one instance
`,
  )
  const texts = after(
    { ...redis, 'promise.yaml': hostile ?? '' },
    renamePipeline(RENDER_REF, 'good'),
  )
  expect(texts['.promise-designer.yaml']).toBe(redis['.promise-designer.yaml'])
  expect(texts['workflows/resource/configure/instance/render/Dockerfile']).toBe('FROM mine\n')
})
