import { afterEach, describe, expect, it, vi } from 'vitest'
import { addPipeline } from '@/lib/commands/add-pipeline'
import { joinParts } from '@/lib/commands/join-parts'
import { setDescription } from '@/lib/commands/set-description'
import { setPromiseName } from '@/lib/commands/set-promise-name'
import { GROWN_SPLIT, repository } from '@/lib/layout/testing'
import { type Files, PROMISE_FILE } from '@/lib/promise/files'
import { directAnalyst } from './analyse'
import { createDesigner, type DesignerStore } from './designer'
import { summarise } from './drafts'
import { memoryStorage } from './memory-storage'
import { emptyReading } from './reading'

const WORKFLOW = 'workflows/resource/configure/workflow.yaml'
const SPEC = [
  'spec',
  'api',
  'spec',
  'versions',
  0,
  'schema',
  'openAPIV3Schema',
  'properties',
  'spec',
]
const NAME = ['spec', 'workflows', 'resource', 'configure', 0, 'metadata', 'name']

let open: DesignerStore | undefined
afterEach(() => open?.getState().stop())

function designer(files: Files = repository(GROWN_SPLIT)) {
  const summary = summarise('draft', emptyReading.view, 0, 0)
  const draft = { id: 'draft', createdAt: 0, savedAt: 0, basedOn: undefined, place: undefined }
  const store = createDesigner({
    draft: { ...draft, files, summary },
    storage: memoryStorage(),
    analyst: directAnalyst,
  })
  open = store
  const text = (path: string) => store.getState().files.get(path)?.text
  return { files, text, state: () => store.getState() }
}

const settled = (check: () => void) => vi.waitFor(check, { timeout: 20_000 })

describe('the store of a split repository', () => {
  it('edits the part that holds the place, and undoes to the same files', () => {
    const { files, text, state } = designer()
    expect(state().run(setDescription(SPEC, 'What people ask for.'))).toBe(true)
    expect(text('api.yaml')).toContain('description: What people ask for.')
    expect(state().files.get(WORKFLOW)).toBe(files.get(WORKFLOW))
    expect(state().reading.view.name).toBe('redis-service')
    state().undo()
    expect(state().files).toBe(files)
    state().redo()
    expect(text('api.yaml')).toContain('description: What people ask for.')
  })

  it('writes a new workflow.yaml and a promise.yaml when they are first needed', () => {
    const { text, state } = designer()
    state().run(addPipeline({ type: 'promise', action: 'configure' }, { name: 'setup' }))
    expect(text('workflows/promise/configure/workflow.yaml')).toMatch(/^- apiVersion:/)
    expect(text(PROMISE_FILE)).toBeUndefined()
    state().run(setPromiseName('cache'))
    expect(text(PROMISE_FILE)).toContain('name: cache')
    expect(state().reading.view.name).toBe('cache')
  })

  it('shows the file of a selected place, and knows a place of a part as one of the Promise', () => {
    const { state } = designer()
    state().select({ file: PROMISE_FILE, path: NAME }, 'form')
    expect(state().openFile).toBe(WORKFLOW)
    state().select({ file: 'dependencies.yaml', path: [0, 'kind'] }, 'editor')
    expect(state().place).toEqual({
      file: PROMISE_FILE,
      path: ['spec', 'dependencies', 0, 'kind'],
    })
    expect(state().section).toBe('dependencies')
    state().goTo('scheduling')
    expect(state().openFile).toBe('dependencies.yaml') // there is no file for it yet
  })

  it('keeps the last good reading while a part is broken', async () => {
    const { state } = designer()
    const text = GROWN_SPLIT[WORKFLOW] ?? ''
    const at = text.indexOf('name: instance') + 'name: '.length
    state().editText(WORKFLOW, [{ from: at, to: at, insert: '"' }])
    expect(state().reading.stale).toBe(true)
    expect(state().reading.view.workflows[1]?.pipelines[0]?.name).toBe('instance')
    await settled(() =>
      expect(state().problems.some(({ code }) => code === 'yaml-syntax')).toBe(true),
    )
    expect(state().run(setPromiseName('cache'))).toBe(false)
    expect(state().refusal?.reason).toContain('mend its text')
    state().editText(WORKFLOW, [{ from: at, to: at + 1, insert: '' }])
    expect(state().reading.stale).toBe(false)
  })

  it('types into the part itself, and shows it in the form at once', () => {
    const { text, state } = designer()
    state().select({ file: PROMISE_FILE, path: NAME }, 'form')
    const at = (GROWN_SPLIT[WORKFLOW] ?? '').indexOf('instance')
    state().editText(WORKFLOW, [{ from: at, to: at + 8, insert: 'first' }])
    expect(state().reading.view.workflows[1]?.pipelines[0]?.name).toBe('first')
    expect(state().place.path).toEqual(NAME)
    expect(text(WORKFLOW)).toContain('name: first')
  })

  it('types into the head that is no file yet', () => {
    const { text, state } = designer()
    state().open(PROMISE_FILE)
    const head = 'apiVersion: platform.kratix.io/v1alpha1\nkind: Promise\nmetadata:\n  name: '
    state().editText(PROMISE_FILE, [{ from: head.length, to: head.length, insert: 'my-' }])
    expect(text(PROMISE_FILE)).toBe(`${head}my-redis-service\nspec: {}\n`)
    expect(state().reading.view.name).toBe('my-redis-service')
  })

  it('mends the label of a virtual head by its fix, in promise.yaml', async () => {
    const { text, state } = designer()
    await settled(() => expect(state().problems.length).toBeGreaterThan(0))
    const missing = state().problems.find(({ code }) => code === 'promise-version')
    if (!missing) throw new Error('the missing label is no problem')
    expect(await state().fix(missing)).toEqual({ kind: 'fixed', count: 1 })
    expect(text(PROMISE_FILE)).toContain('kratix.io/promise-version:')
  })

  it('is joined into one promise.yaml as one step', () => {
    const { files, text, state } = designer()
    expect(state().run(joinParts())).toBe(true)
    expect(text('api.yaml')).toBeUndefined()
    expect(text(PROMISE_FILE)).toContain('  api:\n    apiVersion: apiextensions.k8s.io/v1')
    expect(state().openFile).toBe(PROMISE_FILE)
    state().undo()
    expect(state().files).toBe(files)
  })
})
