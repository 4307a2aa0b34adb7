import { afterEach, expect, test } from 'vitest'
import { newPromise } from '@/lib/commands/create-promise'
import { setPromiseName } from '@/lib/commands/set-promise-name'
import { writeFile } from '@/lib/commands/write-file'
import { FileContent } from '@/lib/promise/files'
import { directAnalyst } from './analyse'
import { createDesigner, type DesignerStore } from './designer'
import { summarise } from './drafts'
import { memoryStorage } from './memory-storage'
import { emptyReading } from './reading'
import { wayBack } from './way-back'

let store: DesignerStore
afterEach(() => store.getState().stop())

function designer(): () => ReturnType<DesignerStore['getState']> {
  const files = newPromise({
    ...{ name: 'redis', group: 'mygroup.org', kind: 'Redis', version: 'v1alpha1', registry: '' },
  })
  const summary = summarise('draft', emptyReading.view, 0, 0)
  const dates = { createdAt: 0, savedAt: 0, basedOn: undefined }
  const draft = { id: 'draft', ...dates, files, place: undefined, summary }
  store = createDesigner({ draft, storage: memoryStorage(), analyst: directAnalyst })
  return () => store.getState()
}

const note = (text: string) => writeFile('notes.md', FileContent.fromText(text))

test('the latest change is undone, once', () => {
  const state = designer()
  state().run(setPromiseName('cache'))
  const back = wayBack(store)
  expect(back()).toBe(true)
  expect(state().reading.view.name).toBe('redis')
  expect(back()).toBe(false)
  state().redo()
  expect(back()).toBe(true)
})

test('a change that came later is not undone in its place, whatever file it is in', () => {
  const state = designer()
  state().run(note('one'))
  const back = wayBack(store)
  state().run(note('two'))
  expect(back()).toBe(false)
  expect(state().files.get('notes.md')?.text).toBe('two')
  state().undo()
  expect(back()).toBe(true)
  expect(state().files.has('notes.md')).toBe(false)
})

test('the change before it is not undone when it is gone already', () => {
  const state = designer()
  state().run(setPromiseName('cache'))
  state().run(note('one'))
  const back = wayBack(store)
  state().undo()
  expect(back()).toBe(false)
  expect(state().reading.view.name).toBe('cache')
})
