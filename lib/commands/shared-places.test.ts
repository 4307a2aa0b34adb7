import { expect, test } from 'vitest'
import { runCommand } from '@/lib/promise/command'
import { promiseDocument } from '@/lib/yaml/document'
import { renamePipeline } from './rename-pipeline'
import { renameStep } from './rename-step'
import { filesOf, RENDER_REF, redis, textsOf } from './testing'

const shared = {
  ...redis,
  'promise.yaml': `${redis['promise.yaml']?.replace(
    'metadata:\n            name: instance',
    'metadata: &m\n            name: instance',
  )}    promise:
      configure:
        - apiVersion: platform.kratix.io/v1alpha1
          kind: Pipeline
          metadata: *m
          spec:
            containers: []
`,
}

test('an edit through an alias asks, and each way out does the whole of the command', () => {
  const files = filesOf(shared)
  const command = renamePipeline({ type: 'promise', action: 'configure', pipeline: 0 }, 'setup')
  const outcome = command.run(files)
  if (outcome.kind !== 'refused') throw new Error('must ask')
  const names = outcome.ways.map((way) => {
    const content = runCommand(files, way).get('promise.yaml')
    const value = content && promiseDocument(content)?.value()
    const { promise, resource } = Object(value).spec.workflows
    return [way.label, promise.configure[0].metadata.name, resource.configure[0].metadata.name]
  })
  expect(names).toEqual([
    ['Change the anchor', 'setup', 'setup'],
    ['Detach', 'setup', 'instance'],
  ])
})

const sharedStep = {
  ...redis,
  'promise.yaml': `${redis['promise.yaml']?.replace('spec:\n  api', 'x: &c {name: render}\nspec:\n  api').replace('- name: render\n', '- <<: *c\n')}`,
}

test('settings and files go along when a step is renamed by a way out', () => {
  const files = filesOf(sharedStep)
  const outcome = renameStep(RENDER_REF, 'failover').run(files)
  if (outcome.kind !== 'refused') throw new Error('must ask')
  const detach = outcome.ways.find(({ label }) => label === 'Detach')
  if (!detach) throw new Error('must have a way')
  const texts = textsOf(runCommand(files, detach))
  expect(texts['promise.yaml']).toContain('x: &c {name: render}\n')
  expect(texts['promise.yaml']).toMatch(/- (name: failover\n|<<: \*c\n {16}name: failover\n)/)
  expect(texts['promise.yaml']).toContain('redis-failover:v0.1.0')
  expect(texts['.promise-designer.yaml']).toContain('instance/failover:')
  expect(texts['workflows/resource/configure/instance/failover/Dockerfile']).toBe('FROM mine\n')
})
