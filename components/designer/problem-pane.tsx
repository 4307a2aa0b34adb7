'use client'

import { ChevronDown, ChevronUp } from 'lucide-react'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dot } from '@/components/ui/dot'
import { IconButton } from '@/components/ui/icon-button'
import { useToast } from '@/components/ui/toast'
import type { Problem } from '@/lib/store/analysis'
import type { KeptNote } from '@/lib/store/notes'
import { countProblems, plural } from './count-problems'
import { filterProblems, groupProblems, NO_FILTER, type ProblemFilter } from './problem-groups'
import { problemLines } from './problem-lines'
import { ProblemList } from './problem-list'
import { problemReport } from './problem-report'
import { ProblemRow } from './problem-row'
import { ProblemToolbar } from './problem-toolbar'
import { RuleDialog } from './rule-dialog'
import { useDesigner, useDesignerStore } from './use-designer'
import { useFix } from './use-fix'
import { useFocusRow } from './use-focus-row'

export interface ProblemPaneProps {
  readonly open: boolean
  readonly onToggle: () => void
  /** Called after the user went to a problem. */
  readonly onGo?: () => void
}

/** What is wrong with the design, worst first; each row goes to its place, many mend themselves. */
export function ProblemPane({ open, onToggle, onGo }: ProblemPaneProps) {
  const store = useDesignerStore()
  const toast = useToast()
  const fixing = useFix()
  const found = useDesigner((state) => state.problems)
  const notes = useDesigner((state) => state.notes)
  const problems = useMemo<readonly Row[]>(
    () => [...found, ...notes.map(noteAsProblem)],
    [found, notes],
  )
  const files = useDesigner((state) => state.files)
  const reading = useDesigner((state) => state.reading)
  const [filter, setFilter] = useState<ProblemFilter>(NO_FILTER)
  const [grouped, setGrouped] = useState(false)
  const [explained, setExplained] = useState<string>()
  const list = useRef<HTMLUListElement>(null)
  const pane = useRef<HTMLElement>(null)

  // The input of the filter does not wait for a long list.
  const asked = useDeferredValue(filter)
  const { view } = reading
  const groups = useMemo(() => {
    const shown = filterProblems(problems, asked, view)
    return grouped ? groupProblems(shown, view) : [{ name: '', problems: shown }]
  }, [problems, asked, view, grouped])
  const shown = useMemo(() => groups.flatMap((group) => group.problems), [groups])
  const spots = useMemo(
    () => (open ? problemLines(shown, files, reading) : []),
    [open, shown, files, reading],
  )
  const focusRow = useFocusRow(pane, list, shown)
  const { words } = countProblems(problems)
  const fixable = shown.filter(({ fix }) => fix !== undefined)

  function cure(problem: Row, index: number, label: string) {
    focusRow(index, problem)
    fixing(store.getState().fix(problem, label), false)
  }
  function fixAll() {
    focusRow(0)
    fixing(store.getState().fixAll(fixable), true)
  }
  function copy() {
    const report = problemReport(shown, problemLines(shown, files, reading))
    const write =
      navigator.clipboard?.writeText(report) ?? Promise.reject(new Error('no clipboard'))
    write.then(
      () => toast({ text: `Copied ${plural(shown.length, 'problem')}` }),
      // Without TLS there is no clipboard, and the browser may ask and be refused.
      () => toast({ text: 'The browser does not let this page copy.' }),
    )
  }
  function dismiss(problem: Row, index: number) {
    focusRow(index, problem)
    store.getState().dismissNotes([problem.noteId ?? -1])
  }

  return (
    <section ref={pane} aria-label="Problems" className="flex h-full min-h-0 flex-col bg-raised">
      <div className="flex min-h-9 shrink-0 flex-wrap items-center gap-x-2 gap-y-1 py-1 pr-1.5 pl-3.5">
        <h2 tabIndex={-1} className="font-semibold outline-none">
          Problems
        </h2>
        {open ? (
          <ProblemToolbar
            {...{ problems, filter, grouped }}
            onFilter={setFilter}
            onGrouped={setGrouped}
            fixable={fixable.length}
            onFixAll={fixAll}
            onCopy={copy}
          />
        ) : (
          <>
            <span className="text-faint">{problems.length === 0 ? 'none found' : words}</span>
            <span className="flex-1" />
          </>
        )}
        {open && notes.length > 1 ? (
          <Button
            size="sm"
            variant="ghost"
            onClick={() => {
              pane.current?.querySelector<HTMLElement>('[role=radio]')?.focus()
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
          {problems.length === 0 ? (
            <>
              <Dot tone="green" />
              No problems: Kratix would accept this Promise as far as we can tell.
            </>
          ) : (
            <>
              Nothing of this kind.
              <Button variant="link" size="sm" onClick={() => setFilter(NO_FILTER)}>
                Show all {problems.length}
              </Button>
            </>
          )}
        </p>
      ) : (
        <ProblemList
          list={list}
          groups={groups}
          row={(problem, index) => (
            <ProblemRow
              key={`${problem.code} ${problem.message} ${index}`}
              problem={problem}
              spot={spots[index]}
              onGo={onGo}
              onCure={(label) => cure(problem, index, label)}
              onExplain={problem.byRule ? () => setExplained(problem.code) : undefined}
              onDismiss={problem.noteId === undefined ? undefined : () => dismiss(problem, index)}
            />
          )}
        />
      )}
      <RuleDialog code={explained} onClose={() => setExplained(undefined)} />
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
