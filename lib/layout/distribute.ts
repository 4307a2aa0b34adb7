import {
  applyFileEdits,
  applyTextEdits,
  type Command,
  type FileEdit,
  type Outcome,
  refused,
  type TextEdit,
  unchanged,
} from '@/lib/promise/command'
import { type Files, PROMISE_FILE } from '@/lib/promise/files'
import { valueAt } from '@/lib/promise/path'
import { editBetween } from '@/lib/promise/text-difference'
import { documentsOf } from '@/lib/yaml/document'
import { assemble, type Layout, layoutOf } from './assemble'
import { asBefore, endedAs, toFile } from './file-edit'
import { isVacuous, SLOTS } from './parts'
import { dedented, type Piece } from './piece'
import { resplit } from './resplit'

/**
 * Edits of the assembled repository as edits of its files: what changes `promise.yaml` changes the
 * part that holds the place, and nothing else in it. `undefined` when the parts cannot say what the
 * edited Promise says. Edits of a flat repository are given as they are.
 */
export function distribute(
  files: Files,
  edits: readonly FileEdit[],
): readonly FileEdit[] | undefined {
  let here = files
  const made: FileEdit[] = []
  for (const edit of edits) {
    const layout = layoutOf(here)
    const ours = edit.kind === 'move' ? edit.from : edit.path
    const parts = layout && ours === PROMISE_FILE ? ofPromise(here, layout, edit) : [edit]
    if (!parts) return undefined
    made.push(...parts)
    here = applyFileEdits(here, parts)
  }
  return made
}

/** Runs a command on the assembled repository; its edits are those of the files as they lie there. */
export function runAssembled(files: Files, command: Command): Outcome {
  if (command.onFiles) return command.run(files)
  const outcome = command.run(assemble(files))
  if (outcome.kind !== 'change') return outcome
  const edits = distribute(files, outcome.edits)
  if (edits) return edits.length === 0 ? unchanged : { ...outcome, edits }
  return refused(
    'The files of this split repository have no place for this change. Join them into one promise.yaml first.',
  )
}

function ofPromise(files: Files, layout: Layout, edit: FileEdit): readonly FileEdit[] | undefined {
  if (edit.kind === 'delete' || edit.kind === 'move') return undefined
  if (edit.kind === 'write') {
    const { text } = edit.content
    if (text === null) return undefined
    if (text === layout.text) return []
    const change = editBetween(layout.text, text)
    return direct(files, layout, [change], text) ?? resplit(files, layout, text)
  }
  const text = applyTextEdits(layout.text, edit.edits)
  return direct(files, layout, edit.edits, text) ?? resplit(files, layout, text)
}

/** The edits where each lies in one piece, if the files then say `wanted`. */
function direct(
  files: Files,
  layout: Layout,
  edits: readonly TextEdit[],
  wanted: string,
): readonly FileEdit[] | undefined {
  const byPiece = new Map<Piece, TextEdit[]>()
  for (const edit of edits) {
    const piece = layout.pieces.find((one) => fits(one, edit, layout.text))
    if (!piece) return undefined
    byPiece.set(piece, [...(byPiece.get(piece) ?? []), edit])
  }
  const texts = new Map<string, { readonly before: string; after: string; moved: TextEdit[] }>()
  for (const [piece, own] of [...byPiece].sort(([a], [b]) => b.from - a.from)) {
    const { file, source } = piece.copied
    const known = texts.get(file) ?? { before: source, after: source, moved: [] }
    const made = edited(piece, own, layout.text)
    if (!made) return undefined
    // The last piece first: what is before it stays where it is.
    const { from, to } = piece.copied
    known.after = known.after.slice(0, from) + made.text + known.after.slice(to)
    known.moved = [...made.edits, ...known.moved]
    texts.set(file, known)
  }
  const made = [...texts].map(([path, { before, after, moved }]) =>
    toFile(files, path, before, after, moved),
  )
  const now = layoutOf(applyFileEdits(files, made))
  return now && sameLines(now.text, wanted) && !takesOver(now, layout) ? made : undefined
}

/** True when the head now holds what has a file of its own: a new workflow, say. */
function takesOver(now: Layout, before: Layout): boolean {
  if (now.head === before.head) return false
  const [a, b] = [now, before].map(({ head }) => documentsOf(head)[0]?.value())
  return SLOTS.some(({ path }) => isVacuous(valueAt(b, path)) && !isVacuous(valueAt(a, path)))
}

/** True when the edit can be one of the piece: it lies in it, and what it adds stays as far right. */
function fits({ from, to, copied }: Piece, edit: TextEdit, text: string): boolean {
  if (edit.from < from || to < edit.to) return false
  if (edit.from < to || copied.indent === 0) return true
  const atLine = edit.from === 0 || text[edit.from - 1] === '\n'
  return !atLine || dedented(edit.insert, copied.indent) !== undefined
}

/** What was copied, after edits of its piece; the edits in the file too, where they are as simple. */
function edited(
  piece: Piece,
  edits: readonly TextEdit[],
  text: string,
): { readonly text: string; readonly edits: readonly TextEdit[] } | undefined {
  const { copied, from, to } = piece
  const inPiece = edits.map((one) => ({ ...one, from: one.from - from, to: one.to - from }))
  const lines = dedented(applyTextEdits(text.slice(from, to), inPiece), copied.indent)
  if (lines === undefined) return undefined
  const old = copied.source.slice(copied.from, copied.to)
  const made = asBefore(copied.indent === 0 ? lines : endedAs(lines, old), old)
  const moved = edits.map((one) => ({
    from: piece.toSource(one.from),
    to: piece.toSource(one.to),
    insert: toTheLeft(one.insert, copied.indent, one.from === 0 || text[one.from - 1] === '\n'),
  }))
  return { text: made, edits: moved }
}

function toTheLeft(insert: string, indent: number, atLine: boolean): string {
  const lines = insert.replaceAll(`\n${' '.repeat(indent)}`, '\n')
  return atLine && lines.startsWith(' '.repeat(indent)) ? lines.slice(indent) : lines
}

/** True when two texts differ at most in how their lines end. */
function sameLines(a: string, b: string): boolean {
  return a === b || a.replaceAll('\r\n', '\n') === b.replaceAll('\r\n', '\n')
}
