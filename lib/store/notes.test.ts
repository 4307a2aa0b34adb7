import { afterEach, describe, expect, it } from 'vitest'
import { editFile } from '@/lib/commands/edit-file'
import { renameFile } from '@/lib/commands/rename-file'
import type { Command, Note } from '@/lib/promise/command'
import { FileContent } from '@/lib/promise/files'
import { directAnalyst } from './analyse'
import { createDesigner, type DesignerStore } from './designer'
import { memoryStorage } from './memory-storage'
import { draftOf, filesOf } from './testing'

const CODE = 'workflows/resource/configure/a/b/run.py'
const text = 'import x\nsize = 1\nrun(size)\n'

let open: DesignerStore | undefined
afterEach(() => open?.getState().stop())

function designer(): DesignerStore {
  const files = filesOf({ 'promise.yaml': 'kind: Promise\n', [CODE]: text })
  open = createDesigner({
    draft: draftOf('draft', files),
    storage: memoryStorage(),
    analyst: directAnalyst,
    now: () => 1,
  })
  return open
}

const note = (from: number): Note => ({
  message: 'Still says "size".',
  place: { file: CODE, path: [] },
  range: { from, to: from + 4 },
})
/** A command that leaves notes, as a rename does. */
const noting = (kind: string, notes: readonly Note[], group?: string): Command => ({
  label: 'Rename',
  group,
  run: () => ({
    kind: 'change',
    edits: [{ kind: 'write', path: 'promise.yaml', content: FileContent.fromText(kind) }],
    notes,
  }),
})
const ranges = (store: DesignerStore) =>
  store.getState().notes.map(({ range, place }) => [place.file, range?.from])

describe('what a change leaves for the user to look at', () => {
  it('stays until it is dismissed, one by one or all', () => {
    const store = designer()
    store.getState().run(noting('a', [note(9), note(22)]))
    expect(ranges(store)).toEqual([
      [CODE, 9],
      [CODE, 22],
    ])
    const [first] = store.getState().notes
    store.getState().dismissNotes([first?.id ?? -1])
    expect(ranges(store)).toEqual([[CODE, 22]])
    store.getState().dismissNotes()
    expect(store.getState().notes).toEqual([])
    store.getState().undo()
    store.getState().redo()
    expect(store.getState().notes).toEqual([])
  })

  it('goes with the change when that is undone, and comes back with it', () => {
    const store = designer()
    store.getState().run(noting('a', [note(9)]))
    store.getState().undo()
    expect(store.getState().notes).toEqual([])
    store.getState().redo()
    expect(ranges(store)).toEqual([[CODE, 9]])
  })

  it('moves with its line and its file, and is gone when the line was changed', () => {
    const store = designer()
    store.getState().run(noting('a', [note(9), note(22)]))
    store.getState().run(editFile(CODE, [{ from: 0, to: 0, insert: '# new\n' }]))
    expect(ranges(store).map(([, from]) => from)).toEqual([15, 28])
    store.getState().run(renameFile(CODE, `${CODE}3`))
    expect(ranges(store).map(([file]) => file)).toEqual([`${CODE}3`, `${CODE}3`])
    store.getState().editText(`${CODE}3`, [{ from: 15, to: 19, insert: 'tier' }])
    expect(ranges(store)).toEqual([[`${CODE}3`, 28]])
  })

  it('is of the name that was there before typing began, and of none when it is back', () => {
    const store = designer()
    store.getState().run(noting('a', [note(9)], 'name'))
    store.getState().run(noting('ab', [note(22)], 'name'))
    expect(ranges(store)).toEqual([[CODE, 9]])
    store.getState().run(noting('kind: Promise\n', [], 'name'))
    expect(store.getState().notes).toEqual([])
  })

  it('is not noted twice', () => {
    const store = designer()
    store.getState().run(noting('a', [note(9)]))
    store.getState().run(noting('b', [note(9)]))
    expect(store.getState().notes).toHaveLength(1)
  })
})

it('a range that the user was sent to is shown until the file changes or they go elsewhere', () => {
  const store = designer()
  const place = { file: CODE, path: [] }
  store.getState().select(place, 'problem', { from: 9, to: 13 })
  expect(store.getState().target).toEqual({ file: CODE, from: 9, to: 13 })
  store.getState().run(noting('b', []))
  expect(store.getState().target).toBeDefined()
  store.getState().editText(CODE, [{ from: 0, to: 0, insert: 'x' }])
  expect(store.getState().target).toBeUndefined()
  store.getState().select(place, 'problem', { from: 9, to: 13 })
  store.getState().select(place, 'form')
  expect(store.getState().target).toBeUndefined()
})
