import {
  applyTextEdits,
  type Command,
  type Outcome,
  refused,
  sequence,
  type TextEdit,
  unchanged,
} from '@/lib/promise/command'
import { FileContent, type Files, PROMISE_FILE, SETTINGS_FILE } from '@/lib/promise/files'
import type { Path } from '@/lib/promise/path'
import { documentsOf, parseYaml, promiseDocument, type YamlDocument } from '@/lib/yaml/document'
import { type Edited, setValue } from '@/lib/yaml/edit'
import { readSettings, SETTINGS_HEAD } from './settings'

export interface EditOptions {
  readonly label: string
  readonly group?: string
  /** Where the change is seen. */
  readonly place?: Path
}

/** An edit of a document; it sees the document as it is before the edits beside it. */
export type YamlEdit = (document: YamlDocument) => Edited

/** Sets a value; what stands there already is not written again. */
export function set(path: Path, value: unknown): YamlEdit {
  return (document) => setValue(document, path, value)
}

/** A command that edits `promise.yaml`. The edits must not move each other's places. */
export function editPromiseText(options: EditOptions, ...edits: readonly YamlEdit[]): Command {
  return { ...options, run: (files) => edit(promiseTarget, files, options, edits) }
}

/** A command that edits the settings; the file comes into being with its first entry. */
export function editSettings(options: EditOptions, ...edits: readonly YamlEdit[]): Command {
  return { ...options, run: (files) => edit(settingsTarget, files, options, edits) }
}

interface Target {
  readonly file: string
  /** The document to edit, or why there is none. */
  open(files: Files): YamlDocument | string
}

const promiseTarget: Target = {
  file: PROMISE_FILE,
  open(files) {
    const content = files.get(PROMISE_FILE)
    const document = content && content.text !== null ? promiseDocument(content) : undefined
    if (!document) return `There is no readable ${PROMISE_FILE}.`
    return document.broken ? `${PROMISE_FILE} has an error; mend its text first.` : document
  },
}

const settingsTarget: Target = {
  file: SETTINGS_FILE,
  open(files) {
    const { writable, diagnostics } = readSettings(files)
    if (!writable) return diagnostics[0]?.message ?? `${SETTINGS_FILE} cannot be read.`
    const content = files.get(SETTINGS_FILE)
    const [document] = content ? documentsOf(content) : []
    if (document && document.value() !== null && document.value() !== undefined) return document
    const [fresh] = parseYaml(freshSettings(content?.text ?? ''))
    return fresh ?? `${SETTINGS_FILE} cannot be written.`
  },
}

/** The text to start from: the user's, when there are but comments in it. */
function freshSettings(text: string): string {
  if (text.trim() === '') return `${SETTINGS_HEAD}version: 1\n`
  return `${text}${text.endsWith('\n') ? '' : '\n'}version: 1\n`
}

function edit(
  target: Target,
  files: Files,
  options: EditOptions,
  edits: readonly YamlEdit[],
): Outcome {
  const document = target.open(files)
  if (typeof document === 'string') return refused(document)
  const results = edits.map((one) => one(document))
  const together = merge(results)
  if (together) return outcome(target, files, document, together, options)
  const [first] = edits
  const [failed] = results
  if (edits.length > 1 || !first) {
    const single = (one: YamlEdit): Command => ({
      ...options,
      run: (now) => edit(target, now, options, [one]),
    })
    return sequence(options.label, edits.map(single), options.group).run(files)
  }
  if (!failed || failed.ok) throw new RangeError('the edits of one change overlap')
  return refused(
    failed.reason,
    failed.ways.map(({ label }) => ({
      label,
      run: (now) => takeWay(target, now, options, first, label),
    })),
  )
}

/** The way is looked up again: its offsets are those of the text in which it is taken. */
function takeWay(
  target: Target,
  files: Files,
  options: EditOptions,
  one: YamlEdit,
  label: string,
): Outcome {
  const document = target.open(files)
  if (typeof document === 'string') return refused(document)
  const result = one(document)
  if (result.ok) return outcome(target, files, document, result.edits, options)
  const way = result.ways.find((candidate) => candidate.label === label)
  return way ? outcome(target, files, document, way.edits, options) : refused(result.reason)
}

/** All edits in one, sorted; `undefined` when one was refused or two overlap. */
function merge(results: readonly Edited[]): readonly TextEdit[] | undefined {
  const all: TextEdit[] = []
  for (const result of results) {
    if (!result.ok) return undefined
    all.push(...result.edits)
  }
  all.sort((a, b) => a.from - b.from)
  const apart = all.every((one, i) => i === 0 || (all[i - 1]?.to ?? 0) <= one.from)
  return apart ? all : undefined
}

function outcome(
  { file }: Target,
  files: Files,
  document: YamlDocument,
  edits: readonly TextEdit[],
  { place }: EditOptions,
): Outcome {
  if (edits.length === 0) return unchanged
  const at = place && { file, path: place }
  if (files.get(file)?.text === document.text) {
    return { kind: 'change', edits: [{ kind: 'text', path: file, edits }], place: at }
  }
  const content = FileContent.fromText(applyTextEdits(document.text, edits))
  return { kind: 'change', edits: [{ kind: 'write', path: file, content }], place: at }
}
