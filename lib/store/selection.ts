import { layoutOf } from '@/lib/layout/assemble'
import { toPromise, toReal } from '@/lib/layout/places'
import type { Note, Place } from '@/lib/promise/command'
import { type Files, PROMISE_FILE } from '@/lib/promise/files'
import { samePath } from '@/lib/promise/path'
import type { DesignerState } from './designer-state'
import { sectionOf, TRY_IT_PLACE } from './section'

/** The file in which `place` lies: of a place of the Promise the part that holds it. */
export function fileOf(files: Files, place: Place): string {
  // Try it lies in no file; beside it the Promise is shown.
  const isTryIt = place.file === TRY_IT_PLACE.file
  return toReal(files, isTryIt ? { ...place, file: PROMISE_FILE } : place).file
}

/** The place as forms know it: what lies in a part of the Promise is a place of `promise.yaml`. */
export function inPromise(files: Files, { file, path }: Place): Place {
  return toPromise(files, file, path)
}

/** A note at its place in the file that holds it. */
export function inFile(files: Files, note: Note): Note {
  const { file, path, range } = toReal(files, note.place, note.range)
  return { ...note, place: { file, path }, ...(range && { range }) }
}

/** The file to show for a place; `open` stays where the place has no file yet. */
export function shownFor(files: Files, place: Place, open: string): string {
  if (place.file === TRY_IT_PLACE.file) return open
  const file = fileOf(files, place)
  const isHead = file === PROMISE_FILE && layoutOf(files)?.virtual === true
  return isHead && place.path[0] === 'spec' ? open : file
}

/** The state in which `place` is selected. */
export function selection(
  place: Place,
  before: DesignerState,
): Pick<DesignerState, 'place' | 'section' | 'selections' | 'target'> {
  return {
    place,
    section: sectionOf(place) ?? before.section,
    selections: before.selections + 1,
    target: undefined,
  }
}

/** True when both name the same place. */
export function samePlace(a: Place, b: Place): boolean {
  return a.file === b.file && samePath(a.path, b.path)
}
