import type { Place } from '@/lib/promise/command'
import { type Files, PROMISE_FILE } from '@/lib/promise/files'
import { isWithin, type Path } from '@/lib/promise/path'
import { documentsOf } from '@/lib/yaml/document'
import type { Range } from '@/lib/yaml/text'
import { layoutOf } from './assemble'
import type { Joined } from './join'
import type { Slot } from './parts'
import type { Piece } from './piece'

/** A place in a file as it lies in the repository. */
export interface RealPlace extends Place {
  readonly range: Range | undefined
}

/**
 * Where a place of the Promise lies: in a split repository the part that holds it. `range` counts
 * in the assembled `promise.yaml`; the one given counts in the file. A place of the head is in
 * `promise.yaml`, also while there is no such file. Other places are given as they are.
 */
export function toReal(files: Files, place: Place, range?: Range): RealPlace {
  const layout = layoutOf(files)
  if (!layout || place.file !== PROMISE_FILE) return { ...place, range }
  const slot = partFor(layout, place.path)
  const piece = range && pieceFor(layout, range, slot)
  if (piece) {
    const { file } = piece.copied
    const part = layout.parts.find((one) => one.file === file)
    const to = pieceTo(layout, piece, range.to)
    return {
      file,
      path: relative(part, place.path),
      range: { from: piece.toSource(range.from), to: to.toSource(range.to) },
    }
  }
  return slot
    ? { file: slot.file, path: relative(slot, place.path), range: undefined }
    : { file: PROMISE_FILE, path: place.path, range: undefined }
}

/**
 * The reverse: the place in the Promise of a place in a file, by path or by offset. Places of files
 * that are no parts are given as they are; an offset in them is found in their first document.
 */
export function toPromise(files: Files, file: string, at: Path | number): Place {
  const layout = layoutOf(files)
  if (typeof at !== 'number') {
    const part = layout && usedParts(layout).find((one) => one.file === file)
    return part ? { file: PROMISE_FILE, path: [...part.path, ...at] } : { file, path: at }
  }
  const offset = layout && toJoinedOffset(files, file, at)
  const content = offset === undefined ? files.get(file) : layout?.content
  const [document] = content ? documentsOf(content) : []
  const path = document?.pathAt(offset ?? at) ?? []
  return { file: offset === undefined ? file : PROMISE_FILE, path }
}

/** The offset in the assembled `promise.yaml` of one in a part; `undefined` for other files. */
export function toJoinedOffset(files: Files, file: string, offset: number): number | undefined {
  const pieces = layoutOf(files)?.pieces.filter(({ copied }) => copied.file === file) ?? []
  const piece = pieces.findLast(({ copied }) => copied.from <= offset) ?? pieces[0]
  return piece?.toJoined(offset)
}

/** The files that hold the Promise: the head first, then the parts; `promise.yaml` when flat. */
export function promiseFiles(files: Files): readonly string[] {
  const layout = layoutOf(files)
  if (!layout) return [PROMISE_FILE]
  return [PROMISE_FILE, ...usedParts(layout).map(({ file }) => file)]
}

/** The parts that are read. */
export function usedParts({ parts, unread }: Joined): readonly Slot[] {
  return parts.filter(({ file }) => unread.every((one) => one.file !== file))
}

function partFor(layout: Joined, path: Path): Slot | undefined {
  const parts = usedParts(layout)
  const holder = parts.find((part) => isWithin(path, part.path))
  // Above the parts: the first of those below it, but the root and `spec` are the head's.
  return holder ?? parts.find((part) => path.length > 1 && isWithin(part.path, path))
}

function relative(slot: Slot | undefined, path: Path): Path {
  return slot && isWithin(path, slot.path) ? path.slice(slot.path.length) : slot ? [] : path
}

/** The piece in which `range` begins: that of `slot`, if the range reaches it. */
function pieceFor({ pieces }: Joined, range: Range, slot: Slot | undefined): Piece | undefined {
  const own = pieces.find(({ copied }) => copied.file === slot?.file)
  if (own && range.from <= own.to && own.from <= range.to) return own
  const holding = pieces.filter(({ from, to }) => from <= range.from && range.from <= to)
  return (
    holding.find(({ to }) => range.from < to) ??
    holding[0] ??
    pieces.findLast(({ from }) => from <= range.from)
  )
}

/** The piece of the same file in which a range ends that begins in `piece`. */
function pieceTo({ pieces }: Joined, piece: Piece, to: number): Piece {
  const { file } = piece.copied
  return pieces.findLast((one) => one.copied.file === file && one.from < to) ?? piece
}
