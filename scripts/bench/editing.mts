import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { adopt } from '@/lib/build/provenance'
import { addProperty } from '@/lib/commands/add-property'
import { setDescription } from '@/lib/commands/set-description'
import { importInput } from '@/lib/importers'
import { FileContent, type Files, PROMISE_FILE } from '@/lib/promise/files'
import type { Path } from '@/lib/promise/path'
import { readPromise } from '@/lib/promise/read'
import { storageVersion } from '@/lib/promise/view'
import { propertiesOf } from '@/lib/schema/properties'
import type { Property } from '@/lib/schema/property'
import { analyse } from '@/lib/store/analyse'
import { createDesigner } from '@/lib/store/designer'
import type { DraftStorage } from '@/lib/store/drafts'
import { memoryStorage } from '@/lib/store/memory-storage'
import { emptyReading, read } from '@/lib/store/reading'
import { parseYaml, promiseDocument } from '@/lib/yaml/document'
import { type Measure, measure, summarise } from './measure.mjs'
import { fresh, promiseWith, promiseWithCrd } from './promises.mjs'

/** What a key press costs on the main thread, in the store that the page uses. */
export function editingMeasures(): readonly Measure[] {
  return [
    ...sizedMeasures('30 KB, 100 properties', promiseWith(100), 300, 8),
    ...sizedMeasures('300 KB, 1,000 properties', promiseWith(1000), 100, 50),
    ...sizedMeasures('1.5 MB, 5,000 properties', promiseWith(5000), 20),
    ...sizedMeasures('an API of 809 KB', promiseWithCrd(), 20),
    opening(),
    ...[100, 1000].map(memory),
  ]
}

function sizedMeasures(size: string, files: Files, runs: number, budget?: number): Measure[] {
  const text = files.get(PROMISE_FILE)?.text ?? ''
  const property = deepest(propertiesIn(files))
  const store = storeOf(files)
  const typing = measure(
    { work: `key press in a form field: ${size}`, budget, runs, note: 'store, no paint' },
    (i) => setDescription(property.path, `What it is good for, said in ${i} words`),
    (command) => store.getState().run(command) || undefined,
  )
  const structure = measure(
    { work: `add a property: ${size}`, runs: runs / 2, note: 'store' },
    (i) => addProperty(parentOf(property.path), `added${i}`, 'string'),
    (command) => store.getState().run(command) || undefined,
  )
  store.getState().stop()
  const offset = text.indexOf('what it is good for')
  const editor = measure(
    { work: `key press in the editor: ${size}`, runs: runs / 2, note: 'store' },
    () => storeOf(files),
    (opened) => {
      opened.getState().editText(PROMISE_FILE, [{ from: offset, to: offset, insert: 'x' }])
      opened.getState().stop()
      return opened
    },
  )
  const parse = measure(
    { work: `parse promise.yaml: ${size}`, runs: Math.min(runs, 40), note: 'worker beyond 40 KB' },
    () => text,
    (whole) => parseYaml(whole)[0]?.value(),
  )
  const validate = measure(
    {
      work: `full validation after an edit: ${size}`,
      budget: budget && 150, // stated at 300 KB
      runs: Math.min(runs, 40),
      note: 'worker: parse and all rules',
    },
    () => fresh(files),
    analyse,
  )
  return [typing, structure, editor, parse, validate]
}

const EDITS = 1000

/** What the store holds more after so many edits, each a step of the history, and their undos. */
function memory(properties: number): Measure {
  const files = promiseWith(properties)
  const { path } = deepest(propertiesIn(files))
  let time = 0
  const store = storeOf(files, () => time)
  const before = heap()
  for (let i = 0; i < EDITS; i += 1) {
    time += 2000 // no two edits are one step
    store.getState().run(setDescription(path, `Said in ${i} words`))
  }
  for (let i = 0; i < EDITS; i += 1) store.getState().undo()
  const grown = (heap() - before) / 1_000_000
  store.getState().stop()
  const work = `memory after ${EDITS.toLocaleString('en')} edits and undos: ${properties} properties`
  return summarise({ work, unit: 'MB', note: 'all can be redone' }, [grown])
}

function heap(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed
}

/** Opens a 260 KB promise.yaml from its bytes until the forms have what they show. */
function opening(): Measure {
  const bytes = promiseWith(860).get(PROMISE_FILE)?.bytes ?? new Uint8Array()
  return measure(
    {
      work: `open a promise.yaml of ${Math.round(bytes.length / 1000)} KB`,
      budget: 400,
      runs: 20,
      note: 'no paint',
    },
    () => bytes.slice(),
    (given) => {
      const imported = importInput({ kind: 'file', name: PROMISE_FILE, bytes: given })
      if (imported.kind !== 'ok') throw new Error(`cannot be opened: ${JSON.stringify(imported)}`)
      const files = adopt(imported.files).files
      return propertiesIn(files, read(files, emptyReading).document?.value())
    },
  )
}

function propertiesIn(
  files: Files,
  value = promiseDocument(files.get(PROMISE_FILE) ?? FileContent.fromText(''))?.value(),
): readonly Property[] {
  const { api } = readPromise(value)
  const version = api && storageVersion(api)
  if (!version) throw new Error('the Promise has no API')
  return propertiesOf(version.schema, version.schemaPath)
}

/** A property in the middle of the text, below an object. */
function deepest(properties: readonly Property[]): Property {
  const found = properties[Math.floor(properties.length / 2)]
  if (!found) throw new Error('the Promise has no property')
  return found.children[0] ?? found
}

const parentOf = (path: Path) => path.slice(0, -1)

/** The page's store; its worker never answers, and nothing is saved: only the main thread counts. */
function storeOf(files: Files, now?: () => number) {
  const storage: DraftStorage = { ...memoryStorage(), save: async () => undefined }
  const summary = {
    id: 'bench',
    name: '',
    version: '',
    group: '',
    kind: '',
    apiVersion: '',
    properties: 0,
    steps: 0,
    savedAt: 0,
  }
  return createDesigner({
    draft: {
      id: 'bench',
      createdAt: 0,
      savedAt: 0,
      basedOn: undefined,
      files,
      place: undefined,
      summary,
    },
    storage,
    now,
    analyst: { analyse: () => new Promise(() => undefined), stop: () => undefined },
  })
}
