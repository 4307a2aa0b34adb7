import { applyFileEdits, type FileEdit } from '@/lib/promise/command'
import { FileContent, type Files, PROMISE_FILE } from '@/lib/promise/files'
import { isRecord, type Path, valueAt } from '@/lib/promise/path'
import { documentsOf, type YamlDocument } from '@/lib/yaml/document'
import { sameValue } from '@/lib/yaml/same-value'
import { type Layout, layoutOf } from './assemble'
import { type Extent, extentOf, textBelow } from './extent'
import { asBefore, endedAs, toFile } from './file-edit'
import { headWithout } from './head-without'
import { bodyOf, isVacuous, SLOTS, type Slot } from './parts'

/**
 * Splits an edited Promise into its parts anew. A part whose lines did not change keeps its bytes,
 * and so does the head; a place that had no file yet gets one. `undefined`
 * when the parts would not say together what the text says.
 */
export function resplit(
  files: Files,
  layout: Layout,
  text: string,
): readonly FileEdit[] | undefined {
  const documents = documentsOf(FileContent.fromText(text))
  const [document] = documents
  if (!document || document.broken || documents.length > 1) return undefined
  const [old] = documentsOf(layout.content)
  if (!old || old.broken) return undefined
  const slots = SLOTS.filter(({ file }) => layout.unread.every((one) => one.file !== file))
  const made = slots.flatMap((slot) => partEdit(files, old, document, slot))
  if (made.includes('impossible')) return undefined
  const edits = made.filter((one) => one !== 'impossible')
  // Its comments may change where its values do not.
  const head = headWithout(document, layout.head, slots)
  const written = headWithout(old, layout.head, slots) !== head && head !== undefined
  if (written || !sameValue(headValue(old, slots), headValue(document, slots))) {
    if (head === undefined) return undefined
    const before = layout.head.text ?? ''
    edits.push(toFile(files, PROMISE_FILE, before, asBefore(head, before)))
  }
  return says(applyFileEdits(files, edits), document, slots) ? edits : undefined
}

/** How the file of a slot changes. */
function partEdit(
  files: Files,
  old: YamlDocument,
  now: YamlDocument,
  { file, path }: Slot,
): readonly (FileEdit | 'impossible')[] {
  const [before, after] = [extentOf(old, path), extentOf(now, path)]
  const value = valueAt(now.value(), path)
  const known = files.get(file)?.text
  if (isVacuous(value)) {
    // What stood for nothing already may stay as it is written.
    if (known === undefined || isVacuous(valueAt(old.value(), path))) return []
    return [toFile(files, file, known ?? '', comments(known ?? ''))]
  }
  if (before && after && sameLinesBelow(old, before, now, after)) return []
  const body = after && textBelow(now, after, path)
  if (body === undefined) return ['impossible']
  if (known === undefined || known === null) {
    return [{ kind: 'write', path: file, content: FileContent.fromText(body) }]
  }
  return [toFile(files, file, known, within(known, body))]
}

function sameLinesBelow(a: YamlDocument, from: Extent, b: YamlDocument, to: Extent): boolean {
  return a.text.slice(from.below, from.to) === b.text.slice(to.below, to.to)
}

/** The text of a part with another body; what stands around the first document stays. */
function within(text: string, body: string): string {
  const range = bodyOf(text)
  if (!range) return comments(text) + asBefore(body, text)
  const old = text.slice(range.from, range.to)
  return text.slice(0, range.from) + asBefore(endedAs(body, old), old) + text.slice(range.to)
}

/** The comments at the top of a part that says nothing any more, or nothing yet. */
function comments(text: string): string {
  const top = /^\ufeff?(?:---[ \t]*\r?\n)?(?:[ \t]*(?:#.*)?\r?\n|[ \t]*#.*$)*/.exec(text)?.[0] ?? ''
  return top === '' || top.endsWith('\n') || top === '\ufeff' ? top : `${top}\n`
}

/** What a Promise says besides its parts; empty maps on the way to them say nothing. */
function headValue(document: YamlDocument, slots: readonly Slot[]): unknown {
  return slots.reduce((value, { path }) => without(value, path), document.value())
}

/** `value` without the entry at `path`, nor the maps that hold nothing else. */
export function without(value: unknown, path: Path): unknown {
  const [key, ...rest] = path
  if (!isRecord(value) || typeof key !== 'string') return value
  const others = Object.entries(value).filter(([name]) => name !== key)
  const inner = rest.length === 0 ? undefined : without(value[key], rest)
  const entries = isVacuous(inner) ? others : [...others, [key, inner] as const]
  return Object.fromEntries(entries)
}

/** True when the files say what the edited Promise says. */
function says(files: Files, wanted: YamlDocument, slots: readonly Slot[]): boolean {
  const layout = layoutOf(files)
  const [made] = layout ? documentsOf(layout.content) : []
  if (!made || made.broken) return false
  const [a, b] = [made.value(), wanted.value()]
  return (
    sameValue(headValue(made, slots), headValue(wanted, slots)) &&
    slots.every(({ path }) => {
      const [here, there] = [valueAt(a, path), valueAt(b, path)]
      return sameValue(here, there) || (isVacuous(here) && isVacuous(there))
    })
  )
}
