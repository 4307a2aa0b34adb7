'use client'

import clsx from 'clsx'
import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CirclePause,
  CircleX,
  LoaderCircle,
  MoveRight,
} from 'lucide-react'
import { Badge } from '@/components/ui/badge'
import { type Path, samePath } from '@/lib/promise/path'
import type { PipelineRun, Run, StepRun } from '@/lib/tryout/types'
import { PIPELINE_WORDS, stepWord } from './run-words'

const ICONS = {
  succeeded: <CircleCheck size={14} aria-hidden className="text-green" />,
  recorded: <CircleCheck size={14} aria-hidden className="text-accent-text" />,
  failed: <CircleX size={14} aria-hidden className="text-red" />,
  'not-run': <CircleAlert size={14} aria-hidden className="text-amber" />,
  pending: <LoaderCircle size={14} aria-hidden className="text-faint" />,
  'not-reached': <CircleDashed size={14} aria-hidden className="text-faint" />,
} as const

export interface PipelineFlowProps {
  readonly run: Run
  readonly pipeline: PipelineRun
  /** Path of the step whose details are shown. */
  readonly selected: Path | undefined
  readonly running: boolean
  readonly onSelect: (step: StepRun) => void
}

/** A pipeline as it ran: what it read, its steps, and where its files go. */
export function PipelineFlow({
  run,
  pipeline,
  selected,
  running,
  onSelect,
}: PipelineFlowProps): React.ReactElement {
  const { label, tone } = PIPELINE_WORDS[pipeline.state]
  return (
    <div>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <h3 className="font-medium font-mono text-sm">{pipeline.name || '(no name)'}</h3>
        <Badge tone={tone}>{label}</Badge>
        {pipeline.certain ? null : (
          <span className="text-faint text-sm">if what comes before it succeeds</span>
        )}
        <span className="min-w-0 break-words text-dim text-sm">{noteOf(pipeline)}</span>
      </div>
      {pipeline.steps.length === 0 ? null : (
        <section
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
          tabIndex={0}
          aria-label={`Steps of ${pipeline.name}`}
          className="flex items-center gap-2 overflow-x-auto py-2"
        >
          <End top={run.workflow.type === 'promise' ? 'Promise' : 'request'} bottom="object.yaml" />
          {pipeline.steps.map((step) => (
            <span key={step.path.join('/')} className="flex shrink-0 items-center gap-2">
              <MoveRight size={14} aria-hidden className="text-faint" />
              <button
                type="button"
                aria-pressed={selected !== undefined && samePath(selected, step.path)}
                onClick={() => onSelect(step)}
                className={clsx(
                  'min-w-28 rounded-lg border bg-bg px-2.5 py-1.5 text-left',
                  selected && samePath(selected, step.path)
                    ? 'border-accent shadow-[0_0_0_3px_var(--accent-bg)]'
                    : 'border-line2 hover:bg-hover',
                )}
              >
                <span className="flex items-center gap-1.5">
                  {ICONS[step.state]}
                  <span className="max-w-48 truncate">{step.name || 'unnamed'}</span>
                </span>
                <span className="block text-faint text-xs">
                  {stepWord(step, running).label}
                  {step.written.length > 0 ? ` · ${filesWord(step.written.length)}` : ''}
                </span>
              </button>
            </span>
          ))}
          <MoveRight size={14} aria-hidden className="shrink-0 text-faint" />
          <Target run={run} pipeline={pipeline} />
        </section>
      )}
    </div>
  )
}

function filesWord(count: number): string {
  return `${count} file${count === 1 ? '' : 's'}`
}

function noteOf(pipeline: PipelineRun): string {
  const { state, reason, control, output, written } = pipeline
  if (state === 'ignored') return 'A delete workflow runs its first pipeline only.'
  if (reason !== undefined) {
    return written ? `${reason} Its files were scheduled before.` : reason
  }
  if (control?.retryAfter !== undefined) {
    return `Runs again after ${control.retryAfter}.${control.message ? ` ${control.message}` : ''}`
  }
  if (control) return control.message ?? 'Waits until somebody lets it go on.'
  if (state === 'succeeded' && written && output.length === 0) {
    return 'It wrote no file: what it wrote in earlier runs is removed.'
  }
  return ''
}

function unknownWord({ steps }: PipelineRun): string {
  const pending = steps.some(({ state }) => state === 'pending')
  return pending ? 'a program has not ended' : 'a step is not run here'
}

/** Where the files of a pipeline go, in a word. */
function Target({ run, pipeline }: { readonly run: Run; readonly pipeline: PipelineRun }) {
  if (run.workflow.action === 'delete') return <End top="nothing" bottom="output is ignored" />
  if (pipeline.state === 'incomplete') return <End top="not known" bottom={unknownWord(pipeline)} />
  if (!pipeline.written) {
    return (
      <End
        top="no change"
        bottom="earlier files stay"
        icon={<CirclePause size={12} aria-hidden className="inline" />}
      />
    )
  }
  const names = new Set(
    pipeline.groups.flatMap(({ destinations }) => destinations.map((one) => one.destination)),
  )
  const pending = pipeline.groups.some(({ destinations }) => destinations.length === 0)
  return (
    <End
      top={filesWord(pipeline.output.length)}
      bottom={
        pending ? 'some pending' : names.size === 0 ? 'nowhere' : `to ${[...names].join(', ')}`
      }
    />
  )
}

function End({
  top,
  bottom,
  icon,
}: {
  readonly top: string
  readonly bottom: string
  readonly icon?: React.ReactNode
}): React.ReactElement {
  return (
    <span className="shrink-0 whitespace-nowrap rounded-lg border border-line2 border-dashed px-2 py-1 text-center text-faint text-xs leading-[15px]">
      {icon} {top}
      <br />
      {bottom}
    </span>
  )
}
