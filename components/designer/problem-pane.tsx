'use client'

import { ChevronDown, ChevronUp } from 'lucide-react'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { Dot } from '@/components/ui/dot'
import { IconButton } from '@/components/ui/icon-button'
import { Segmented } from '@/components/ui/segmented'
import { countProblems } from './count-problems'
import { problemLines } from './problem-lines'
import { ProblemRow } from './problem-row'
import { useDesigner } from './use-designer'

type Filter = 'all' | 'error' | 'warning'

export interface ProblemPaneProps {
  readonly open: boolean
  readonly onToggle: () => void
  /** Called after the user went to a problem. */
  readonly onGo?: () => void
}

/** What is wrong with the design, worst first; each row goes to its place, many mend themselves. */
export function ProblemPane({ open, onToggle, onGo }: ProblemPaneProps) {
  const problems = useDesigner((state) => state.problems)
  const files = useDesigner((state) => state.files)
  const reading = useDesigner((state) => state.reading)
  const [filter, setFilter] = useState<Filter>('all')
  const list = useRef<HTMLUListElement>(null)

  const { errors, warnings, words } = countProblems(problems)
  const shown = useMemo(
    () => problems.filter((problem) => filter === 'all' || problem.severity === filter),
    [problems, filter],
  )
  const spots = useMemo(
    () => (open ? problemLines(shown, files, reading) : []),
    [open, shown, files, reading],
  )

  /** Up and down walk from row to row, as in a list. */
  function onKeyDown(event: KeyboardEvent) {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by === 0) return
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-problem]') ?? [])]
    const here = rows.findIndex((row) => row.parentElement?.contains(document.activeElement))
    const next = rows[here + by]
    if (!next) return
    event.preventDefault()
    next.focus()
  }

  return (
    <section aria-label="Problems" className="flex h-full min-h-0 flex-col bg-raised">
      <div className="flex h-9 shrink-0 items-center gap-2.5 pr-1.5 pl-3.5">
        <h2 className="font-semibold">Problems</h2>
        {open ? (
          <Segmented
            label="Show"
            size="sm"
            value={filter}
            onChange={setFilter}
            options={[
              { value: 'all', label: <>All {problems.length}</> },
              { value: 'error', label: <>Errors {errors}</> },
              { value: 'warning', label: <>Warnings {warnings}</> },
            ]}
          />
        ) : (
          <span className="text-faint">{problems.length === 0 ? 'none found' : words}</span>
        )}
        <span className="flex-1" />
        <IconButton
          label={open ? 'Collapse problems' : 'Expand problems'}
          aria-expanded={open}
          size="sm"
          icon={open ? <ChevronDown size={16} /> : <ChevronUp size={16} />}
          onClick={onToggle}
        />
      </div>
      {!open ? null : shown.length === 0 ? (
        <p className="flex items-center gap-2.5 px-3.5 py-1 text-dim">
          <Dot tone="green" />
          {filter === 'all'
            ? 'No problems: Kratix would accept this Promise as far as we can tell.'
            : `No ${filter}s.`}
        </p>
      ) : (
        <ul
          ref={list}
          aria-label="Problems found"
          onKeyDown={onKeyDown}
          className="min-h-0 flex-1 overflow-y-auto pb-1"
        >
          {shown.map((problem, index) => (
            <ProblemRow
              // biome-ignore lint/suspicious/noArrayIndexKey: equal problems differ only by their place
              key={`${problem.code} ${problem.message} ${index}`}
              problem={problem}
              spot={spots[index]}
              onGo={onGo}
            />
          ))}
        </ul>
      )}
    </section>
  )
}
