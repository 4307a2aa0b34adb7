import { carryRange } from '@/lib/merge/carry-range'
import type { Note } from '@/lib/promise/command'
import type { Files } from '@/lib/promise/files'
import { samePath } from '@/lib/promise/path'

/** A note that stays until the user dismisses it or changes the line that it points at. */
export interface KeptNote extends Note {
  readonly id: number
}

/** The notes after the repository changed: they move with their lines and their files. */
export function carryNotes(
  notes: readonly KeptNote[],
  before: Files,
  after: Files,
): readonly KeptNote[] {
  const carried = notes.flatMap((note) => {
    const here = carryNote(note, before, after)
    return here ? [here] : []
  })
  return carried.length === notes.length && carried.every((note, i) => note === notes[i])
    ? notes
    : carried
}

function carryNote(note: KeptNote, before: Files, after: Files): KeptNote | undefined {
  const { file } = note.place
  const content = before.get(file)
  const now = after.get(file)
  if (!content || content === now || !note.range) return note
  if (!now) {
    // The same content under another name: the file was moved.
    const moved = [...after].find(([path, other]) => other === content && !before.has(path))
    return moved && { ...note, place: { ...note.place, file: moved[0] } }
  }
  if (content.text === null || now.text === null) return undefined
  const range = carryRange(content.text, now.text, note.range)
  if (!range) return undefined
  return range.from === note.range.from ? note : { ...note, range }
}

/** `notes` with those of a change; what is noted already is not noted twice. */
export function addNotes(
  notes: readonly KeptNote[],
  fresh: readonly Note[],
  newId: () => number,
): readonly KeptNote[] {
  const news = fresh.filter((note) => !notes.some((other) => sameNote(note, other)))
  return news.length === 0 ? notes : [...notes, ...news.map((note) => ({ ...note, id: newId() }))]
}

function sameNote(a: Note, b: Note): boolean {
  return (
    a.message === b.message &&
    a.place.file === b.place.file &&
    samePath(a.place.path, b.place.path) &&
    a.range?.from === b.range?.from
  )
}
