'use client'

import { type ReactNode, type RefObject, useState } from 'react'
import { Button } from '@/components/ui/button'
import { plural } from './count-problems'
import type { ProblemGroup } from './problem-groups'
import { onProblemKey } from './problem-keys'

/** So many rows are drawn at first, and with each "more": a list of thousands helps nobody. */
const MOST = 200

export interface ProblemListProps<T> {
  readonly list: RefObject<HTMLUListElement | null>
  /** One group without a name when they are not grouped. */
  readonly groups: readonly ProblemGroup<T>[]
  readonly row: (problem: T, index: number) => ReactNode
}

/** The rows of the problem list. Arrows walk between them; F, S and D do what a row offers. */
export function ProblemList<T>({ list, groups, row }: ProblemListProps<T>) {
  const [most, setMost] = useState(MOST)
  const total = groups.reduce((sum, { problems }) => sum + problems.length, 0)
  let index = 0
  return (
    <ul
      ref={list}
      aria-label="Problems found"
      onKeyDown={onProblemKey}
      className="min-h-0 flex-1 overflow-y-auto pb-1"
    >
      {groups.map(({ name, problems }) => {
        const rows = problems
          .slice(0, Math.max(0, most - index))
          .map((problem) => row(problem, index++))
        if (rows.length === 0) return null
        return name === '' ? (
          rows
        ) : (
          <li key={name}>
            <h3 className="sticky top-0 z-10 flex items-center gap-2 bg-panel px-3.5 py-0.5 font-medium text-dim text-sm">
              <span className="min-w-0 break-words">{name}</span>
              <span className="text-faint tabular-nums">{problems.length}</span>
            </h3>
            <ul aria-label={name}>{rows}</ul>
          </li>
        )
      })}
      {total > most ? (
        <li className="px-2 py-1">
          <Button variant="link" size="sm" onClick={() => setMost(most + MOST)}>
            Show more: {plural(total - most, 'problem')} not shown
          </Button>
        </li>
      ) : null}
    </ul>
  )
}
