import { afterEach, expect, test } from 'vitest'
import { newPromise } from '@/lib/commands/create-promise'
import { PROMISE_FILE } from '@/lib/promise/files'
import { directAnalyst } from './analyse'
import { createDesigner, type DesignerStore } from './designer'
import { summarise } from './drafts'
import { memoryStorage } from './memory-storage'
import { emptyReading } from './reading'

let store: DesignerStore
afterEach(() => store.getState().stop())

test('a way of many steps leads back and forth to the same texts, read as they are', () => {
  const files = newPromise({
    ...{ name: 'redis', group: 'mygroup.org', kind: 'Redis', version: 'v1alpha1', registry: '' },
  })
  const summary = summarise('draft', emptyReading.view, 0, 0)
  const dates = { createdAt: 0, savedAt: 0, basedOn: undefined }
  const draft = { id: 'draft', ...dates, files, place: undefined, summary }
  let time = 0
  const options = { draft, storage: memoryStorage(), analyst: directAnalyst, now: () => time }
  store = createDesigner(options)
  const state = () => store.getState()
  const text = () => state().files.get(PROMISE_FILE)?.text ?? ''
  const labels = () => state().reading.document?.value()

  const texts = [text()]
  const values = [labels()]
  for (let i = 0; i < 70; i += 1) {
    time += 2000
    const at = text().indexOf('spec:')
    // Lines that come, an emoji that is half another, and a text that is broken for a while.
    const insert = i === 40 ? '  broken: [\n' : `  l${i}: ${i % 2 ? '😀' : '😁'}\n`
    const broken = text().indexOf('  broken')
    const edits =
      broken < 0
        ? [{ from: at, to: at, insert }]
        : [{ from: broken, to: text().indexOf('\n', broken) + 1, insert: '' }]
    state().editText(PROMISE_FILE, edits)
    texts.push(text())
    values.push(labels())
  }
  for (const turn of [1, 2]) {
    for (let i = 69; i >= 0; i -= 1) {
      state().undo()
      expect([turn, text()]).toEqual([turn, texts[i]])
      expect(labels()).toEqual(values[i])
    }
    for (let i = 1; i <= 70; i += 1) {
      state().redo()
      expect(text()).toBe(texts[i])
      expect(labels()).toEqual(values[i])
    }
  }
})
