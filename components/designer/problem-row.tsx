'use client'

import { Button } from '@/components/ui/button'
import { Dot } from '@/components/ui/dot'
import { useToast } from '@/components/ui/toast'
import type { Problem } from '@/lib/store/analysis'
import type { ProblemSpot } from './problem-lines'
import { useDesignerStore } from './use-designer'
import { withCode } from './with-code'

const TONES = { error: 'red', warning: 'amber', info: 'accent' } as const
const WORDS = { error: 'Error', warning: 'Warning', info: 'Note' }

export interface ProblemRowProps {
  readonly problem: Problem
  readonly spot: ProblemSpot | undefined
  readonly onGo: (() => void) | undefined
}

/** One problem: the row itself goes to its place, "Fix" mends it. */
export function ProblemRow({ problem, spot, onGo }: ProblemRowProps) {
  const store = useDesignerStore()
  const toast = useToast()
  const { severity, message, code, place, fix } = problem
  const { file, line } = spot ?? { file: place.file, line: undefined }
  return (
    <li className="flex min-h-7 items-center gap-2 px-1.5 hover:bg-hover">
      <button
        type="button"
        data-problem
        onClick={() => {
          store.getState().select(place, 'problem', problem.range)
          onGo?.()
        }}
        className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2.5 rounded-md px-2 py-1 text-left focus-visible:outline-offset-[-2px] sm:flex-nowrap"
      >
        <Dot tone={TONES[severity]} label={WORDS[severity]} />
        <span className="min-w-0 flex-1 basis-64 sm:flex-initial sm:basis-auto">
          {withCode(message)}
        </span>
        <code className="shrink-0 text-faint">{code}</code>
        <code className="shrink-0 text-faint sm:ml-auto">
          {file.length > 48 ? `…${file.slice(-47)}` : file}
          {line === undefined ? '' : `:${line}`}
        </code>
      </button>
      {fix === undefined ? null : (
        <Button
          variant="link"
          size="sm"
          className="font-medium"
          aria-label={`Fix: ${fix}`}
          onClick={async ({ currentTarget }) => {
            const pane = currentTarget.closest('section')
            const fixed = await store.getState().fix(problem)
            if (!fixed) toast({ text: 'This fix does not apply any more.' })
            else pane?.querySelector('button')?.focus() // the row is gone with its problem
          }}
        >
          {fix}
        </Button>
      )}
    </li>
  )
}
