'use client'

import { ChevronDown, ChevronUp } from 'lucide-react'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dot } from '@/components/ui/dot'
import { IconButton } from '@/components/ui/icon-button'
import { Segmented } from '@/components/ui/segmented'
import type { Problem } from '@/lib/store/analysis'
import type { KeptNote } from '@/lib/store/notes'
import { countProblems } from './count-problems'
import { problemLines } from './problem-lines'
import { ProblemRow } from './problem-row'
import { useDesigner, useDesignerStore } from './use-designer'

type Filter = 'all' | Problem['severity']

export interface ProblemPaneProps {
  readonly open: boolean
  readonly onToggle: () => void
  /** Called after the user went to a problem. */
  readonly onGo?: () => void
}

/** What is wrong with the design, worst first; each row goes to its place, many mend themselves. */
export function ProblemPane({ open, onToggle, onGo }: ProblemPaneProps) {
  const store = useDesignerStore()
  const found = useDesigner((state) => state.problems)
  const notes = useDesigner((state) => state.notes)
  const problems = useMemo<readonly Row[]>(
    () => [...found, ...notes.map(noteAsProblem)],
    [found, notes],
  )
  const files = useDesigner((state) => state.files)
  const reading = useDesigner((state) => state.reading)
  const [filter, setFilter] = useState<Filter>('all')
  const list = useRef<HTMLUListElement>(null)

  const { errors, warnings, words } = countProblems(problems)
  const infos = problems.length - errors - warnings
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
              ...(infos > 0 || filter === 'info'
                ? [{ value: 'info', label: <>Notes {infos}</> } as const]
                : []),
            ]}
          />
        ) : (
          <span className="text-faint">{problems.length === 0 ? 'none found' : words}</span>
        )}
        <span className="flex-1" />
        {open && notes.length > 1 ? (
          <Button
            size="sm"
            variant="ghost"
            onClick={({ currentTarget }) => {
              currentTarget.closest('section')?.querySelector<HTMLElement>('[role=radio]')?.focus()
              store.getState().dismissNotes()
            }}
          >
            Dismiss notes
          </Button>
        ) : null}
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
            : `No ${filter === 'info' ? 'note' : filter}s.`}
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
              onDismiss={
                problem.noteId === undefined
                  ? undefined
                  : () => {
                      const section = list.current?.closest('section')
                      store.getState().dismissNotes([problem.noteId ?? -1])
                      const at = Math.min(index, shown.length - 2)
                      // The row is gone: go on with the next one.
                      requestAnimationFrame(() => {
                        const rows = section?.querySelectorAll<HTMLElement>('[data-problem]')
                        const next = rows?.[at] ?? section?.querySelector('button')
                        next?.focus()
                      })
                    }
              }
            />
          ))}
        </ul>
      )}
    </section>
  )
}

/** A row of the list; notes can be dismissed, problems go when they are mended. */
type Row = Problem & { readonly noteId?: number }

function noteAsProblem({ id, message, place, range }: KeptNote): Row {
  return {
    code: '',
    severity: 'info',
    message,
    place,
    range,
    fix: undefined,
    suggestions: [],
    noteId: id,
  }
}
