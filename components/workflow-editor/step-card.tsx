'use client'

import clsx from 'clsx'
import { useEffect, useRef } from 'react'
import { useDesigner, useDesignerStore } from '@/components/designer/use-designer'
import { usePlaceProps } from '@/components/designer/use-place-props'
import { Dot } from '@/components/ui/dot'
import { DragHandle } from '@/components/ui/sortable-row'
import type { Step } from '@/lib/commands/steps'
import { PROMISE_FILE } from '@/lib/promise/files'
import { isWithin } from '@/lib/promise/path'
import { writesOf } from './flow-texts'
import { clipAttribute } from './use-step-clipboard'
import { KIND_LABELS, LANGUAGE_LABELS } from './workflow-texts'

export interface StepCardProps {
  readonly step: Step
  readonly selected: boolean
}

/** A container of a pipeline. Choosing it shows its settings below and its lines beside. */
export function StepCard({ step, selected }: StepCardProps): React.ReactElement {
  const store = useDesignerStore()
  const at = usePlaceProps()
  const worst = useDesigner((state) => {
    const own = state.problems.filter(
      ({ place }) =>
        (place.file === PROMISE_FILE && isWithin(place.path, step.path)) ||
        (step.folder !== undefined && place.file.startsWith(step.folder)) ||
        place.path[1] === step.key,
    )
    return own.some((problem) => problem.severity === 'error')
      ? 'error'
      : own.some((problem) => problem.severity === 'warning')
        ? 'warning'
        : undefined
  })
  const card = useRef<HTMLSpanElement>(null)
  // Wherever it was chosen: the row of steps may be longer than the form is wide.
  useEffect(() => {
    if (selected) card.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [selected])
  const { 'data-place': place } = at(step.path)
  return (
    <span
      ref={card}
      {...clipAttribute(step.ref)}
      className={clsx(
        'flex min-w-32 shrink-0 items-center rounded-lg border bg-bg py-1.5 pr-2.5 pl-0.5',
        selected ? 'border-accent shadow-[0_0_0_3px_var(--accent-bg)]' : 'border-line2',
      )}
    >
      <DragHandle />
      <button
        type="button"
        aria-pressed={selected}
        data-place={place}
        onClick={() => store.getState().select({ file: PROMISE_FILE, path: step.path }, 'form')}
        className="min-w-0 rounded-[4px] px-1 text-left"
      >
        <span className="flex items-center gap-1.5">
          <span className="truncate">{step.name || 'unnamed'}</span>
          {worst ? (
            <Dot tone={worst === 'error' ? 'red' : 'amber'} label={`${worst} in ${step.name}`} />
          ) : null}
        </span>
        <span className="block text-faint text-xs">
          {KIND_LABELS[step.kind]}
          {step.language ? ` · ${LANGUAGE_LABELS[step.language]}` : ''}
        </span>
        <span className="block text-faint text-xs">{writesOf(step)}</span>
      </button>
    </span>
  )
}
