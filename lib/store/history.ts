import type { Place } from '@/lib/promise/command'
import type { Files } from '@/lib/promise/files'
import type { KeptNote } from './notes'
import type { Section } from './section'

/** One undoable change: the repository before and after, and where it happened. */
export interface HistoryEntry {
  readonly label: string
  readonly group: string | undefined
  readonly before: Files
  readonly after: Files
  readonly place: Place
  /** The form in which it was done: undo goes back there. */
  readonly section: Section
  /** Milliseconds on the clock of the store, of the latest change in the entry. */
  readonly time: number
  /** What was noted for the user before and after. */
  readonly notes: { readonly before: readonly KeptNote[]; readonly after: readonly KeptNote[] }
}

export interface History {
  readonly past: readonly HistoryEntry[]
  readonly future: readonly HistoryEntry[]
}

/** Typing that pauses longer than this starts a new undo step (milliseconds). */
const GROUP_PAUSE = 1_000
/** Entries kept. Files share their content, so an entry costs what it changed. */
const DEPTH = 1_000

export const emptyHistory: History = { past: [], future: [] }

/** The entry that one of `group` on top of `before` would join, at that time. */
export function joined(
  history: History,
  { group, before, time }: Pick<HistoryEntry, 'group' | 'before' | 'time'>,
): HistoryEntry | undefined {
  const last = history.past.at(-1)
  const joins =
    last !== undefined &&
    history.future.length === 0 &&
    group !== undefined &&
    last.group === group &&
    last.after === before &&
    time - last.time <= GROUP_PAUSE
  return joins ? last : undefined
}

/**
 * `history` after `entry`. An entry of the same group that follows within a second joins the one
 * before, so a word that was typed is undone as a word. Whatever could be redone is gone.
 */
export function record(history: History, entry: HistoryEntry): History {
  const last = joined(history, entry)
  const whole = last && {
    ...entry,
    before: last.before,
    notes: { before: last.notes.before, after: entry.notes.after },
  }
  const past = whole
    ? [...history.past.slice(0, -1), whole]
    : [...history.past, entry].slice(-DEPTH)
  return { past, future: [] }
}

/**
 * The history when what follows from the latest change joins it; `undefined` when `before` is not
 * what that change left.
 */
export function extended(
  history: History,
  before: Files,
  after: Files,
  notes: readonly KeptNote[],
): History | undefined {
  const last = history.past.at(-1)
  if (!last || last.after !== before || history.future.length > 0) return undefined
  const whole = { ...last, after, notes: { before: last.notes.before, after: notes } }
  return { past: [...history.past.slice(0, -1), whole], future: [] }
}

/** The history after one undo, and the entry that it takes back; `undefined` at the start. */
export function undone(
  history: History,
): { readonly history: History; readonly entry: HistoryEntry } | undefined {
  const entry = history.past.at(-1)
  if (!entry) return undefined
  // The group ends here: typing after an undo must not join what came before it.
  const closed = history.past.slice(0, -1).map((e, i, all) => (i === all.length - 1 ? close(e) : e))
  return { entry, history: { past: closed, future: [entry, ...history.future] } }
}

/** The history after one redo, and the entry that it brings back; `undefined` at the end. */
export function redone(
  history: History,
): { readonly history: History; readonly entry: HistoryEntry } | undefined {
  const [entry, ...future] = history.future
  if (!entry) return undefined
  return { entry, history: { past: [...history.past, close(entry)], future } }
}

function close(entry: HistoryEntry): HistoryEntry {
  return { ...entry, group: undefined }
}
