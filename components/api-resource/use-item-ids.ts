'use client'

import { useState } from 'react'

/** Ids for the items of a list that have no name of their own. */
export interface ItemIds {
  of(index: number): string
  /** To be called when an item was moved, so that its id goes along. */
  move(from: number, to: number): void
  remove(index: number): void
}

export function useItemIds(length: number): ItemIds {
  const [ids, setIds] = useState<readonly number[]>([])
  const known = ids.slice(0, length)
  const next = Math.max(-1, ...ids) + 1
  const all = [...known, ...Array.from({ length: length - known.length }, (_, i) => next + i)]
  return {
    of: (index) => String(all[index] ?? index),
    move(from, to) {
      const moved = [...all]
      moved.splice(to, 0, ...moved.splice(from, 1))
      setIds(moved)
    },
    remove: (index) => setIds(all.filter((_, i) => i !== index)),
  }
}
