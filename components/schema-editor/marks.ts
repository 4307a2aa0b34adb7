import { pathToString } from '@/lib/promise/path'
import type { PropertyRow } from './rows'

/** The rows that are chosen for what is done to several at once, by their paths. */
export interface Marks {
  readonly keys: ReadonlySet<string>
  /** Where a range begins; `undefined` while nothing is marked. */
  readonly anchor: string | undefined
}

export const NO_MARKS: Marks = { keys: new Set(), anchor: undefined }

export const markOf = (row: PropertyRow): string => pathToString(row.property.path)

/** The row is marked, or is not any more. The first mark takes `current` along, if there is one. */
export function toggled(marks: Marks, row: PropertyRow, current?: PropertyRow): Marks {
  const key = markOf(row)
  const before =
    marks.keys.size === 0 && current && current !== row ? [markOf(current)] : marks.keys
  const keys = new Set(before)
  if (!keys.delete(key)) keys.add(key)
  return keys.size === 0 ? NO_MARKS : { keys, anchor: key }
}

/** All rows from the anchor to `row` are marked, and no others; without one from `current` on. */
export function extended(
  rows: readonly PropertyRow[],
  marks: Marks,
  row: PropertyRow,
  current?: PropertyRow,
): Marks {
  const anchor = marks.anchor ?? markOf(current ?? row)
  const from = rows.findIndex((one) => markOf(one) === anchor)
  const to = rows.indexOf(row)
  if (from < 0 || to < 0) return { keys: new Set([markOf(row)]), anchor: markOf(row) }
  const range = rows.slice(Math.min(from, to), Math.max(from, to) + 1)
  return { keys: new Set(range.map(markOf)), anchor }
}

export function allMarked(rows: readonly PropertyRow[]): Marks {
  const [first] = rows
  return first ? { keys: new Set(rows.map(markOf)), anchor: markOf(first) } : NO_MARKS
}

/** The marked rows that are (still) there, in the order of the list. */
export function markedRows(rows: readonly PropertyRow[], { keys }: Marks): readonly PropertyRow[] {
  return keys.size === 0 ? [] : rows.filter((row) => keys.has(markOf(row)))
}
