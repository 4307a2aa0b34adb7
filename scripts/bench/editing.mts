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
import { answerer } from '@/lib/store/worker/answerer'
import { parseYaml, promiseDocument } from '@/lib/yaml/document'
import { type Measure, measure, summarise } from './measure.mjs'
import { fresh, promiseWith, promiseWithCrd } from './promises.mjs'

/** Runs of each kind: the larger the text, the fewer, so that all of it takes a few minutes. */
interface Runs {
  readonly keys: number
  readonly whole: number
  readonly warmUp: number
}

const MANY: Runs = { keys: 300, whole: 20, warmUp: 5 }
const SOME: Runs = { keys: 100, whole: 8, warmUp: 2 }
const FEW: Runs = { keys: 30, whole: 3, warmUp: 1 }

/** What a key press costs on the main thread, in the store that the page uses. */
export function editingMeasures(): readonly Measure[] {
  return [
    ...sizedMeasures('30 KB, 100 properties', promiseWith(100), MANY, 8),
    ...sizedMeasures('300 KB, 1,000 properties', promiseWith(1000), SOME, 50),
    ...sizedMeasures('1.5 MB, 5,000 properties', promiseWith(5000), FEW),
    ...sizedMeasures('an API of 809 KB', promiseWithCrd(), FEW),
    opening(),
  ]
}

/** What the history holds. */
export function memoryMeasures(): readonly Measure[] {
  return [...[100, 1000].map(memory), growing(1000)]
}

function sizedMeasures(size: string, files: Files, runs: Runs, budget?: number): Measure[] {
  const { keys, whole, warmUp } = runs
  const text = files.get(PROMISE_FILE)?.text ?? ''
  const property = deepest(propertiesIn(files))
  const store = storeOf(files)
  const typing = measure(
    { work: `key press in a form field: ${size}`, budget, runs: keys, warmUp, note: 'store' },
    (i) => setDescription(property.path, `What it is good for, said in ${i} words`),
    (command) => store.getState().run(command) || undefined,
  )
  const structure = measure(
    { work: `add a property: ${size}`, runs: whole, warmUp, note: 'store, read at once' },
    (i) => addProperty(parentOf(property.path), `added${i}`, 'string'),
    (command) => store.getState().run(command) || undefined,
  )
  store.getState().stop()
  const offset = /description: +\w/.exec(text)
  if (!offset) throw new Error('there is no description to type into')
  const at = offset.index + offset[0].length
  const editor = measure(
    { work: `key press in the editor: ${size}`, runs: keys / 2, warmUp, note: 'store' },
    () => storeOf(files),
    (opened) => {
      opened.getState().editText(PROMISE_FILE, [{ from: at, to: at, insert: 'x' }])
      opened.getState().stop()
      return opened
    },
  )
  const parse = measure(
    { work: `parse promise.yaml: ${size}`, runs: whole, warmUp, note: 'on opening' },
    () => text,
    (given) => parseYaml(given)[0]?.value(),
  )
  const limit = budget && 150 // stated at 300 KB
  const first = measure(
    { work: `validation of what is opened: ${size}`, runs: whole, warmUp, note: 'worker' },
    () => fresh(files),
    analyse,
  )
  const ask = answerer()
  const typed = (i: number) => `${text.slice(0, at)}${'x'.repeat(i + 1)}${text.slice(at)}`
  const request = (content: string) =>
    ask({ id: 0, written: [{ path: PROMISE_FILE, content }], deleted: [], documents: false })
  request(text)
  const again = measure(
    { work: `validation after a key press: ${size}`, budget: limit, runs: whole, note: 'worker' },
    typed,
    (content) => request(content).analysis,
  )
  return [typing, structure, editor, parse, first, again]
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

/** Each step adds a property: lines come, and the tree is made anew around them. */
function growing(properties: number): Measure {
  const files = promiseWith(properties)
  const { path } = deepest(propertiesIn(files))
  let time = 0
  const store = storeOf(files, () => time)
  const before = heap()
  for (let i = 0; i < EDITS / 5; i += 1) {
    time += 2000
    store.getState().run(addProperty(parentOf(path), `added${i}`, 'string'))
  }
  for (let i = 0; i < EDITS / 5; i += 1) store.getState().undo()
  const grown = (heap() - before) / 1_000_000
  store.getState().stop()
  const work = `memory after ${EDITS / 5} added and taken back: ${properties} properties`
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
