import { useCallback, useMemo, useState } from 'react'
import { type Path, samePath } from '@/lib/promise/path'
import type { Property } from '@/lib/schema/property'
import { type Marks, markedRows, NO_MARKS } from './marks'
import { closableIds, type PropertyRow, rowsOf } from './rows'
import { type Found, searchProperties } from './search'

/** What the list of properties shows, and what is chosen in it. */
export interface PropertyRows {
  readonly rows: readonly PropertyRow[]
  readonly closed: ReadonlySet<string>
  readonly toggle: (id: string) => void
  readonly open: (id: string) => void
  readonly closeAll: () => void
  readonly openAll: () => void
  readonly query: string
  readonly setQuery: (query: string) => void
  /** `undefined` while nothing is searched. */
  readonly found: Found | undefined
  readonly marks: Marks
  readonly setMarks: (marks: Marks | ((now: Marks) => Marks)) => void
  readonly marked: readonly PropertyRow[]
  /** The property whose name wants the focus. */
  readonly focus: Path | undefined
  readonly setFocus: (path: Path | undefined) => void
}

export function usePropertyRows(properties: readonly Property[]): PropertyRows {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [query, setQuery] = useState('')
  const [marks, setMarks] = useState(NO_MARKS)
  const [focus, setFocus] = useState<Path>()
  const found = useMemo(() => searchProperties(properties, query), [properties, query])
  const rows = useMemo(() => rowsOf(properties, closed, found?.shown), [properties, closed, found])
  const marked = useMemo(() => markedRows(rows, marks), [rows, marks])
  const toggle = useCallback((id: string) => setClosed((now) => flipped(now, id)), [])
  const open = useCallback((id: string) => setClosed((now) => without(now, id)), [])
  const openAll = useCallback(() => setClosed(new Set()), [])
  const closeAll = useCallback(() => setClosed(new Set(closableIds(properties))), [properties])

  // What is new may not be what was searched for:
  // it wants to be seen.
  const hidden = focus !== undefined && !rows.some(({ property }) => samePath(property.path, focus))
  if (hidden && query !== '' && has(properties, focus)) setQuery('')

  return {
    rows,
    closed,
    toggle,
    open,
    closeAll,
    openAll,
    query,
    setQuery,
    found,
    marks,
    setMarks,
    marked,
    focus,
    setFocus,
  }
}

function has(properties: readonly Property[], path: Path): boolean {
  return properties.some(
    (property) => samePath(property.path, path) || has(property.children, path),
  )
}

function flipped(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return set.has(id) ? without(set, id) : new Set([...set, id])
}

function without(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return set.has(id) ? new Set([...set].filter((one) => one !== id)) : set
}
