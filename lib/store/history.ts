import type { Place } from '@/lib/promise/command'
import type { Files } from '@/lib/promise/files'
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

/**
 * `history` after `entry`. An entry of the same group that follows within a second joins the one
 * before, so a word that was typed is undone as a word. Whatever could be redone is gone.
 */
export function record(history: History, entry: HistoryEntry): History {
  const last = history.past.at(-1)
  const joins =
    last !== undefined &&
    history.future.length === 0 &&
    entry.group !== undefined &&
    last.group === entry.group &&
    last.after === entry.before &&
    entry.time - last.time <= GROUP_PAUSE
  const past = joins
    ? [...history.past.slice(0, -1), { ...entry, before: last.before }]
    : [...history.past, entry].slice(-DEPTH)
  return { past, future: [] }
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
