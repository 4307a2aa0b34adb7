'use client'

import { X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Dot } from '@/components/ui/dot'
import { IconButton } from '@/components/ui/icon-button'
import type { Problem } from '@/lib/store/analysis'
import { ProblemCures } from './problem-cures'
import type { ProblemSpot } from './problem-lines'
import { useDesignerStore } from './use-designer'
import { useShell } from './use-shell'
import { withCode } from './with-code'

const TONES = { error: 'red', warning: 'amber', info: 'accent' } as const
const WORDS = { error: 'Error', warning: 'Warning', info: 'Note' }

export interface ProblemRowProps {
  readonly problem: Problem
  readonly spot: ProblemSpot | undefined
  readonly onGo: (() => void) | undefined
  /** Runs the cure that bears the label. */
  readonly onCure: (label: string) => void
  /** Shows the page of the rule; `undefined` when no rule found this. */
  readonly onExplain: (() => void) | undefined
  /** Takes a note off the list. */
  readonly onDismiss?: (() => void) | undefined
}

/** One problem: the row itself goes to its place, beside it stands what can be done. */
export function ProblemRow({ problem, spot, onGo, onCure, onExplain, onDismiss }: ProblemRowProps) {
  const store = useDesignerStore()
  const { openReview, show, wide } = useShell()
  const { severity, message, code, place, range, fix, suggestions } = problem
  const { file, line } = spot ?? { file: place.file, line: undefined }
  return (
    <li className="flex min-h-7 flex-wrap items-center gap-x-2 px-1.5 hover:bg-hover sm:flex-nowrap">
      <button
        type="button"
        data-problem
        onClick={() => {
          store.getState().select(place, 'problem', range)
          onGo?.()
          // A place in a file that has no form can only be seen in the file.
          if (!wide && place.path.length === 0) show('files')
        }}
        className="flex min-w-0 flex-1 basis-full flex-wrap items-center gap-x-2.5 rounded-md px-2 py-1 text-left focus-visible:outline-offset-[-2px] sm:basis-auto sm:flex-nowrap"
      >
        <Dot tone={TONES[severity]} label={WORDS[severity]} />
        <span className="min-w-0 flex-1 basis-64 sm:flex-initial sm:basis-auto">
          {withCode(message)}
        </span>
        <code className="shrink-0 text-faint sm:ml-auto">
          {file.length > 48 ? `…${file.slice(-47)}` : file}
          {line === undefined ? '' : `:${line}`}
        </code>
      </button>
      <span className="ml-7 flex shrink-0 items-center gap-x-1 sm:ml-0">
        {code === '' ? null : onExplain ? (
          <Button
            variant="link"
            size="sm"
            data-do="explain"
            aria-label={`About the rule ${code}`}
            className="font-mono text-faint text-xs hover:text-accent-text"
            onClick={onExplain}
          >
            {code}
          </Button>
        ) : (
          <code className="px-2 text-faint text-xs">{code}</code>
        )}
        <ProblemCures fix={fix} suggestions={suggestions} onCure={onCure} />
        {code === 'generated-moved' ? (
          <Button
            variant="link"
            size="sm"
            className="font-medium"
            aria-label={`Review ${place.file}`}
            onClick={() => openReview(place.file)}
          >
            Review
          </Button>
        ) : null}
        {onDismiss ? (
          <IconButton
            size="sm"
            label={`Dismiss the note on ${place.file}${line === undefined ? '' : `, line ${line}`}`}
            tooltip="Dismiss"
            icon={<X size={14} aria-hidden />}
            onClick={onDismiss}
          />
        ) : null}
      </span>
    </li>
  )
}
