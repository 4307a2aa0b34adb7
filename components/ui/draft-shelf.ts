'use client'

import { createContext, useContext, useEffect, useState } from 'react'
import type { Draft } from './draft'

/** Texts that fields refused and that their users have not settled, by the place of the field. */
export type DraftShelf = Map<string, Draft>

/** Where a refused text waits while its field is not in the page; without one it goes with the field. */
export const DraftShelfContext = createContext<DraftShelf | undefined>(undefined)

/**
 * The draft of a field, as a state that outlasts the field while its text is refused.
 * @param place what the field is called on the shelf; without it nothing is kept
 */
export function useShelvedDraft(
  place: string | undefined,
): readonly [Draft | undefined, (draft: Draft | undefined, refused: boolean) => void] {
  const shelf = useContext(DraftShelfContext)
  const [draft, setDraft] = useState(() => (place === undefined ? undefined : shelf?.get(place)))
  const [refused, setRefused] = useState(draft !== undefined)
  useEffect(() => {
    if (place === undefined || !shelf) return
    // A place that is called otherwise by now takes the draft of its open field along.
    if (draft && refused) shelf.set(place, draft)
    else shelf.delete(place)
  }, [shelf, place, draft, refused])
  return [
    draft,
    (next, isRefused) => {
      setDraft(next)
      setRefused(isRefused)
    },
  ]
}
