import { expect, test } from 'vitest'
import { readPromise } from '@/lib/promise/read'
import { addPipeline } from './add-pipeline'
import { addStep } from './add-step'
import { renameStep } from './rename-step'
import { renderStarter } from './starter'
import { after, redis, refusal } from './testing'

const CONFIGURE = { type: 'resource', action: 'configure' } as const

test('a pipeline of one step comes into being with it', () => {
  const promise = redis['promise.yaml'] ?? ''
  const bare = { 'promise.yaml': promise.slice(0, promise.indexOf('  workflows:')) }
  const texts = after(bare, addStep(CONFIGURE, { kind: 'render', language: 'go' }))
  expect(texts).toEqual({
    '.promise-designer.yaml': `# Settings of Promise Designer: what promise.yaml has no place for.
# A step is named type/action/pipeline/container.
version: 1
steps:
  resource/configure/instance/render:
    kind: render
    language: go
    values:
      name:
        from: request.name
      namespace:
        from: request.namespace
    status:
      success:
        stage: provisioning
        message: Redis requested
      failure:
        stage: provisioning error
`,
    'promise.yaml': `${bare['promise.yaml']}  workflows:
    resource:
      configure:
        - apiVersion: platform.kratix.io/v1alpha1
          kind: Pipeline
          metadata:
            name: instance
          spec:
            containers:
              - name: render
                image: redis-render:v0.1.0
`,
    'workflows/resource/configure/instance/render/resources/render.yaml': `apiVersion: v1
kind: ConfigMap
metadata:
  name: "\${name}"
  namespace: "\${namespace}"
  labels:
    app.kubernetes.io/managed-by: kratix
    kratix.io/promise-name: redis
data:
  request: "\${namespace}/\${name}"
`,
  })
})

test('a step joins a pipeline, at a place, under a free name, with a free image', () => {
  const step = { kind: 'render', language: 'python' } as const
  const texts = after(redis, addStep(CONFIGURE, step, { pipeline: 0, before: 0 }))
  expect(texts['promise.yaml']).toContain(`            containers:
              - name: render-2
                image: ghcr.io/team/redis-render-2:v0.1.0
              # the manifests
              - name: render
`)
  const elsewhere = after(redis, addStep({ type: 'promise', action: 'configure' }, step))
  expect(elsewhere['promise.yaml']).toContain('image: ghcr.io/team/redis-setup-render:v0.1.0')
})

test('what two steps begin with collides neither as a file nor as an object', () => {
  const step = { kind: 'render', language: 'go' } as const
  const promise = redis['promise.yaml'] ?? ''
  const bare = { 'promise.yaml': promise.slice(0, promise.indexOf('  workflows:')) }
  const folder = 'workflows/resource/configure/'
  const one = after(bare, addStep(CONFIGURE, step))
  const two = after(one, addStep(CONFIGURE, step, { pipeline: 0 }))
  const second = two[`${folder}instance/render-2/resources/render-2.yaml`]
  expect(second).toContain('  name: "${name}-render-2"\n')
  const three = after(two, addStep(CONFIGURE, step))
  const third = three[`${folder}instance-2/render/resources/render.yaml`]
  expect(third).toContain('  name: "${name}-instance-2-render"\n')

  const starter = { ...renderStarter('resource', 'go', readPromise({}), { step: 'a', object: '' }) }
  const template = { path: 'render.yaml', text: 'kind: A\n' }
  const given = { ...step, starter: { ...starter, template } }
  const four = after(one, addStep(CONFIGURE, given, { pipeline: 0 }))
  expect(four[`${folder}instance/render-2/resources/render-2.yaml`]).toBe('kind: A\n')
})

test('a new step gives its object no name that stands in a template already', () => {
  const step = { kind: 'render', language: 'go' } as const
  const promise = redis['promise.yaml'] ?? ''
  const bare = { 'promise.yaml': promise.slice(0, promise.indexOf('  workflows:')) }
  const folder = 'workflows/resource/configure/instance/'
  const two = after(
    after(bare, addStep(CONFIGURE, step)),
    addStep(CONFIGURE, step, { pipeline: 0 }),
  )
  // A renamed step keeps its template: its old name is free for a step, but not for an object.
  const renamed = after(two, renameStep({ ...CONFIGURE, pipeline: 0, step: 1 }, 'setup'))
  const kept = renamed[`${folder}setup/resources/render-2.yaml`] ?? ''
  expect(kept).toContain('  name: "${name}-render-2"\n')
  const added = (texts: Readonly<Record<string, string>>) =>
    after(texts, addStep(CONFIGURE, step, { pipeline: 0 }))[
      `${folder}render-2/resources/render-3.yaml`
    ]
  expect(added(renamed)).toContain('  name: "${name}-render-3"\n')

  // Also one in a further document, by a value of another name, of another kind.
  const other = `kind: A\nmetadata: {}\n---\nkind: B\nmetadata:\n  name: \${of}-render-2\n`
  const texts = { ...renamed, [`${folder}setup/resources/render-2.yaml`]: other }
  expect(added(texts)).toContain('  name: "${name}-render-3"\n')
  const gone = { ...renamed, [`${folder}setup/resources/render-2.yaml`]: 'kind: A\n' }
  expect(added(gone)).toContain('  name: "${name}-render-2"\n')
})

test('an image step is named after its image and has no settings', () => {
  const image = 'localhost:5000/team/Wait_For:v1'
  const texts = after(redis, addStep(CONFIGURE, { kind: 'image', image }, { pipeline: 0 }))
  expect(texts['promise.yaml']).toBe(
    `${redis['promise.yaml']}              - name: team-wait-for\n                image: ${image}\n`,
  )
  expect(texts['.promise-designer.yaml']).toBe(redis['.promise-designer.yaml'])
})

test('a custom step has its language, and a delete pipeline may hold it', () => {
  const step = { kind: 'custom', language: 'typescript' } as const
  const texts = after(redis, addStep({ type: 'resource', action: 'delete' }, step))
  expect(texts['.promise-designer.yaml']).toContain(
    '  resource/delete/cleanup/custom:\n    kind: custom\n    language: typescript\n',
  )
})

test('names and kinds that cannot be are refused', () => {
  const go = { kind: 'render', language: 'go' } as const
  expect(refusal(redis, addStep({ type: 'resource', action: 'delete' }, go))).toContain('delete')
  expect(refusal(redis, addStep(CONFIGURE, go, { pipeline: 7 }))).toContain('no such')
  expect(refusal(redis, addStep(CONFIGURE, go, { pipelineName: 'instance' }))).toContain('another')
  expect(refusal(redis, addStep(CONFIGURE, go, { pipeline: 0, name: 'notify' }))).toContain(
    'notify',
  )
  expect(refusal(redis, addStep(CONFIGURE, go, { name: '../x' }))).toContain('../x')
  expect(refusal(redis, addStep(CONFIGURE, go, { pipelineName: '$(id)' }))).toContain('$(id)')
})

test('a pipeline has a free default name, and goes where it is asked to', () => {
  const texts = after(redis, addPipeline(CONFIGURE, { before: 0 }))
  expect(texts['promise.yaml']).toContain(`      configure:
        - apiVersion: platform.kratix.io/v1alpha1
          kind: Pipeline
          metadata:
            name: instance-2
          spec:
            containers: []
        # one instance
`)
  expect(refusal(redis, addPipeline(CONFIGURE, { name: 'instance' }))).toContain('another')
  expect(refusal(redis, addPipeline(CONFIGURE, { name: 'a: {b' }))).toContain('a: {b')
  const into = after(texts, addStep(CONFIGURE, { kind: 'custom', language: 'go' }, { pipeline: 0 }))
  expect(into['promise.yaml']).toContain('            containers:\n              - name: custom\n')
})

test('settings that cannot be read are not written', () => {
  const texts = { ...redis, '.promise-designer.yaml': 'version: 1\nsteps: [broken\n' }
  const step = { kind: 'custom', language: 'go' } as const
  expect(refusal(texts, addStep(CONFIGURE, step, { pipeline: 0 }))).toContain('.promise-designer')
})
