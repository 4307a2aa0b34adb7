import { afterEach, describe, expect, it, vi } from 'vitest'
import { addProperty } from '@/lib/commands/add-property'
import { addStep } from '@/lib/commands/add-step'
import { newPromise } from '@/lib/commands/create-promise'
import { moveProperty } from '@/lib/commands/move-property'
import { setDescription } from '@/lib/commands/set-description'
import { setPromiseName } from '@/lib/commands/set-promise-name'
import { runCommand } from '@/lib/promise/command'
import { type Files, PROMISE_FILE } from '@/lib/promise/files'
import { propertiesOf } from '@/lib/schema/properties'
import { directAnalyst } from './analyse'
import { createDesigner, type DesignerStore } from './designer'
import { summarise } from './drafts'
import { memoryStorage } from './memory-storage'
import { emptyReading } from './reading'

const fields = {
  name: 'redis',
  group: 'mygroup.org',
  kind: 'Redis',
  version: 'v1alpha1',
  registry: '',
}
const SIZE = [
  ...['spec', 'api', 'spec', 'versions', 0, 'schema', 'openAPIV3Schema'],
  ...['properties', 'spec', 'properties', 'size'],
]

let open: DesignerStore | undefined
afterEach(() => open?.getState().stop())

function designer(files: Files = newPromise(fields)) {
  const storage = memoryStorage()
  const store = createDesigner({
    draft: {
      id: 'draft',
      createdAt: 0,
      savedAt: 0,
      basedOn: undefined,
      files,
      place: undefined,
      summary: summarise('draft', emptyReading.view, 0, 0),
    },
    storage,
    analyst: directAnalyst,
  })
  open = store
  return { store, state: () => store.getState(), storage }
}

const textOf = (store: DesignerStore, path = PROMISE_FILE): string =>
  store.getState().files.get(path)?.text ?? ''

/** Waits for rules and generator, which are loaded when they are first wanted. */
const settled = (check: () => void) => vi.waitFor(check, { timeout: 20_000 })

describe('the store of an open design', () => {
  it('shows an edit in the reading at once', () => {
    const { state } = designer()
    expect(state().run(setPromiseName('cache'))).toBe(true)
    expect(state().reading.view.name).toBe('cache')
  })

  it('undoes to the same bytes and redoes to the same bytes', () => {
    const { store, state } = designer()
    const before = textOf(store)
    state().run(setPromiseName('cache'))
    const after = textOf(store)
    state().undo()
    expect(textOf(store)).toBe(before)
    state().redo()
    expect(textOf(store)).toBe(after)
  })

  it('shows properties in the order of the text after one has moved', () => {
    const { state } = designer()
    const parent = SIZE.slice(0, -1)
    state().run(addProperty(parent, 'region', 'string'))
    state().run(moveProperty([...parent, 'region'], { parent, before: 'size' }))
    const version = state().reading.view.api?.versions[0]
    const names = propertiesOf(version?.schema, version?.schemaPath ?? []).map(({ name }) => name)
    expect(names).toEqual(['region', 'size'])
  })

  it('undoes what was typed in one field as one step, and goes back to its form', () => {
    const { store, state } = designer()
    const before = textOf(store)
    state().goTo('api')
    for (const text of ['S', 'Si', 'Siz']) state().run(setDescription(SIZE, text))
    state().goTo('overview')
    state().undo()
    expect(textOf(store)).toBe(before)
    expect(state().section).toBe('api')
  })

  it('stays at Try it while the text beside it is written, and goes back there', () => {
    const { state } = designer()
    state().goTo('try-it')
    const { place } = state()
    state().open(PROMISE_FILE)
    state().select({ file: PROMISE_FILE, path: ['metadata', 'name'] }, 'editor')
    state().editText(PROMISE_FILE, [{ from: 0, to: 0, insert: '# tried\n' }])
    expect(state()).toMatchObject({ section: 'try-it', place })
    state().goTo('api')
    state().undo()
    expect(state()).toMatchObject({ section: 'try-it', place })
    state().select({ file: PROMISE_FILE, path: ['metadata', 'name'] }, 'problem')
    expect(state().section).toBe('overview')
  })

  it('keeps the last good reading while the text is broken', () => {
    const { state } = designer()
    state().editText(PROMISE_FILE, [{ from: 0, to: 0, insert: '}: [\n' }])
    expect(state().reading).toMatchObject({ stale: true, view: { name: 'redis' } })
    expect(state().reading.problems[0]?.range.from).toBeLessThan(6)
    state().undo()
    expect(state().reading.stale).toBe(false)
  })

  it('finds problems and builds the repository after a pause', async () => {
    const { state } = designer()
    state().run(setPromiseName('Redis'))
    await settled(() => expect(state().problems.map(({ code }) => code)).toContain('promise-name'))
    expect(state().build.files.get('README.md')?.origin).toBe('generated')
  })

  it('turns a generated file into an edited one with the first key, and back by undo', async () => {
    const { store, state } = designer()
    state().run(
      addStep({ type: 'resource', action: 'configure' }, { kind: 'custom', language: 'go' }),
    )
    await settled(() => expect(state().build.files.has('Makefile')).toBe(true))
    state().editText('Makefile', [{ from: 0, to: 0, insert: '# ours\n' }])
    expect(textOf(store, 'Makefile')).toMatch(/^# ours\n/)
    expect((await state().buildNow()).files.get('Makefile')?.origin).toBe('edited')
    state().undo()
    expect(state().files.has('Makefile')).toBe(false)
  })

  it('keeps a refused command back and says what can be done instead', () => {
    const { state } = designer()
    state().run({
      label: 'Try',
      run: () => ({ kind: 'refused', reason: 'It cannot be.', ways: [setPromiseName('other')] }),
    })
    expect(state().refusal?.reason).toBe('It cannot be.')
    const [way] = state().refusal?.ways ?? []
    if (way) state().run(way)
    expect(state()).toMatchObject({ refusal: undefined, reading: { view: { name: 'other' } } })
  })

  it('saves what was done', async () => {
    const { state, storage } = designer()
    state().run(setPromiseName('cache'))
    await state().flush()
    expect((await storage.load('draft'))?.summary.name).toBe('cache')
    expect(state().save).toEqual({ state: 'saved' })
  })

  it('saves a draft that was never stored at once, so that a refusal is told before any work', async () => {
    const { state, storage } = designer()
    await settled(() => expect(state().save).toEqual({ state: 'saved' }))
    await settled(async () => expect(await storage.load('draft')).toBeDefined())
  })

  it('changes nothing while another tab has the draft, and says why', async () => {
    const { store, state } = designer()
    state().run(setPromiseName('cache'))
    const before = state().files
    state().watch(true)
    expect(state().run(setPromiseName('other'))).toBe(false)
    expect(state().refusal?.reason).toContain('another tab')
    state().editText(PROMISE_FILE, [{ from: 0, to: 0, insert: '# x\n' }])
    state().undo()
    expect(state().files).toBe(before)
    expect(state().undoLabel).toBeUndefined()
    state().watch(false)
    expect(state().undoLabel).toBeDefined()
    state().undo()
    expect(textOf(store)).toContain('name: redis')
  })

  it('follows what another tab saves, and goes on from there', async () => {
    const { store, state, storage } = designer()
    await state().flush()
    await settled(async () => expect(await storage.load('draft')).toBeDefined())
    const settings = state().files.get('.promise-designer.yaml')
    state().watch(true)

    const other = await storage.load('draft')
    if (!other) throw new Error('no draft')
    const files = runCommand(other.files, setPromiseName('cache'))
    await storage.save({ ...other, files, savedAt: other.savedAt + 1 })
    const saved = await storage.load('draft')
    if (!saved) throw new Error('no draft')
    state().follow(saved)
    expect(state().reading.view.name).toBe('cache')
    expect(state().files.get('.promise-designer.yaml')).toBe(settings)

    state().watch(false)
    expect(state().undoLabel).toBeUndefined()
    state().run(setPromiseName('mine'))
    await state().flush()
    expect(state().save).toEqual({ state: 'saved' })
    expect((await storage.load('draft'))?.files.get(PROMISE_FILE)?.text).toBe(textOf(store))
  })
})
