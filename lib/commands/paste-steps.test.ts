import { expect, it } from 'vitest'
import { PROMISE_FILE, SETTINGS_FILE } from '@/lib/promise/files'
import { valueAt } from '@/lib/promise/path'
import { readPromise } from '@/lib/promise/read'
import { promiseDocument } from '@/lib/yaml/document'
import { copyPipeline, copyStep } from './copy-steps'
import { pasteSteps, readPastedSteps } from './paste-steps'
import { readSettings } from './settings'
import { stepsOf } from './steps'
import { after, filesOf, redis, refusal } from './testing'

const WORKFLOW = { type: 'resource', action: 'configure' } as const
const INTO = { workflow: WORKFLOW, pipeline: 0 }
const FOLDER = 'workflows/resource/configure/instance/'

function opened() {
  const files = filesOf(redis)
  const content = files.get(PROMISE_FILE)
  const document = content && promiseDocument(content)
  if (!document) throw new Error('unreadable')
  const steps = stepsOf(readPromise(document.value()), readSettings(files).settings)
  return { files, document, steps }
}

function copied(index: number) {
  const { files, document, steps } = opened()
  const step = steps[index]
  if (!step) throw new Error('no step')
  return copyStep(document, files, step)
}

it('copies a step in its own words, with the comment above it', () => {
  expect(copied(0).text).toBe(
    '# the manifests\nname: render\nimage: ghcr.io/team/redis-render:v0.1.0 # ours\n',
  )
})

it('pastes it with settings, files and bases under a free name, its image following', () => {
  const texts = after(redis, pasteSteps(copied(0).text, INTO, copied(0)))
  expect(texts[PROMISE_FILE]).toContain(`              - name: notify
                image: ghcr.io/team/notify:1.0
              # the manifests
              - name: render-2
                image: ghcr.io/team/redis-render-2:v0.1.0 # ours
`)
  expect(
    readSettings(filesOf(texts)).settings.steps['resource/configure/instance/render-2'],
  ).toEqual(readSettings(filesOf(redis)).settings.steps['resource/configure/instance/render'])
  for (const path of ['resources/failover.yaml', 'Dockerfile']) {
    expect(texts[`${FOLDER}render-2/${path}`]).toBe(redis[`${FOLDER}render/${path}`])
  }
  expect(texts[`.promise-designer/base/${FOLDER}render-2/Dockerfile`]).toBe('FROM base\n')
  expect(texts[`${FOLDER}render/Dockerfile`]).toBe('FROM mine\n')
})

it('pastes a step from outside before another one, as an image that exists already', () => {
  const text = '- image: localhost:5000/acme/Say_Hello:v1 # loud\n  env: [{name: A, value: b}]\n'
  const texts = after(redis, pasteSteps(text, { ...INTO, step: 0 }))
  expect(texts[PROMISE_FILE]).toContain(`            containers:
              - image: localhost:5000/acme/Say_Hello:v1 # loud
                env: [{name: A, value: b}]
                name: acme-say-hello
              # the manifests
              - name: render
`)
  expect(texts[SETTINGS_FILE]).toBe(redis[SETTINGS_FILE])
})

it('pastes several steps in their order', () => {
  const text = 'containers:\n  - {name: a, image: "x:1"}\n  - {name: notify, image: "y:1"}\n'
  const texts = after(redis, pasteSteps(text, { ...INTO, step: 1 }))
  const view = readPromise(promiseDocument(filesOf(texts).get(PROMISE_FILE) as never)?.value())
  const steps = view.workflows[1]?.pipelines[0]?.steps.map(({ name }) => name)
  expect(steps).toEqual(['render', 'a', 'notify-2', 'notify'])
})

it('makes a pipeline for a step that is pasted into a workflow without one', () => {
  const texts = after(
    redis,
    pasteSteps('{name: a, image: "x:1"}', { workflow: { type: 'resource', action: 'delete' } }),
  )
  expect(texts[PROMISE_FILE]).toContain(`      delete:
        - apiVersion: platform.kratix.io/v1alpha1
          kind: Pipeline
          metadata:
            name: cleanup
          spec:
            containers:
              - {name: a, image: "x:1"}
`)
})

it('pastes a pipeline after another one, with the settings and files of its steps', () => {
  const { files, document, steps } = opened()
  const copy = copyPipeline(
    document,
    files,
    ['spec', 'workflows', 'resource', 'configure', 0],
    steps,
  )
  expect(copy.text.startsWith('# one instance\napiVersion: ')).toBe(true)
  const texts = after(redis, pasteSteps(copy.text, INTO, copy))
  expect(texts[PROMISE_FILE]).toContain('            name: instance-2\n')
  expect(texts[PROMISE_FILE]?.match(/# one instance/g)).toHaveLength(2)
  expect(texts['workflows/resource/configure/instance-2/render/Dockerfile']).toBe('FROM mine\n')
  expect(texts[SETTINGS_FILE]).toContain('resource/configure/instance-2/render:')
})

it('says why a text is no step, and keeps what writes manifests out of a delete workflow', () => {
  expect(readPastedSteps('')).toEqual({ ok: false, reason: 'There is nothing to paste.' })
  expect(readPastedSteps('a: [')).toMatchObject({ ok: false })
  expect(readPastedSteps('kind: Deployment\n')).toEqual({
    ok: false,
    reason: 'What was copied is a Deployment, neither a step nor a pipeline.',
  })
  expect(readPastedSteps('[{image: x}, {kind: Pipeline}]')).toMatchObject({ ok: false })
  const workflow = { type: 'resource', action: 'delete' } as const
  expect(refusal(redis, pasteSteps(copied(0).text, { workflow }, copied(0)))).toContain(
    'Kratix ignores what a delete workflow writes',
  )
})

it.each([
  ['a document mark', '---\n# why\nname: a # who\nimage: x:1\n'],
  ['a comment at the mark', '--- # one\n# why\nname: a # who\nimage: x:1\n'],
  ['directives', '%YAML 1.2\n---\n# why\nname: a # who\nimage: x:1\n'],
  ['an end', '# why\nname: a # who\nimage: x:1\n...\n'],
  ['a byte order mark', '\ufeff# why\nname: a # who\nimage: x:1\n'],
  ['an indent', '  # why\n  name: a # who\n  image: x:1\n'],
])('pastes a step with %s as what it is', (_, text) => {
  const texts = after(redis, pasteSteps(text, { ...INTO, step: 0 }))
  expect(texts[PROMISE_FILE]).toContain(`            containers:
              # why
              - name: a # who
                image: x:1
              # the manifests
`)
})

it('pastes a pipeline of a file of its own', () => {
  const text =
    '---\r\napiVersion: platform.kratix.io/v1alpha1\r\nkind: Pipeline\r\nmetadata: {name: other}\r\nspec:\r\n  containers:\r\n    - {name: a, image: "x:1"}\r\n...\r\n'
  const texts = after(redis, pasteSteps(text, INTO))
  expect(texts[PROMISE_FILE]).toContain(`        - apiVersion: platform.kratix.io/v1alpha1
          kind: Pipeline
          metadata: {name: other}
          spec:
            containers:
              - {name: a, image: "x:1"}
`)
})

it.each([0, 1, 2])('keeps the lines at the end of a text that keeps them, at place %i', (step) => {
  const text = 'name: a\nimage: x:1\nargs:\n  - |+\n    one\n\n\n'
  for (const pasted of [text, `- ${text.replace(/\n(?=.)/g, '\n  ')}`]) {
    const texts = after(redis, pasteSteps(pasted, { ...INTO, step }))
    const value = promiseDocument(filesOf(texts).get(PROMISE_FILE) as never)?.value()
    const first = ['spec', 'workflows', 'resource', 'configure', 0]
    expect(valueAt(value, [...first, 'spec', 'containers', step])).toEqual({
      ...{ name: 'a', image: 'x:1' },
      args: ['one\n\n\n'],
    })
  }
})
