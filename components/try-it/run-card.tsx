'use client'

import { useState } from 'react'
import { Banner } from '@/components/ui/banner'
import { Card } from '@/components/ui/section-head'
import { type Path, samePath } from '@/lib/promise/path'
import type { StepKey } from '@/lib/promise/workflows'
import type { Run, StepRun } from '@/lib/tryout/types'
import type { ShownFile } from './file-viewer'
import { JudgementNotes } from './judgement-card'
import { PipelineFlow } from './pipeline-flow'
import { StepDetails } from './step-details'

export interface RunCardProps {
  readonly run: Run
  readonly running: boolean
  /** The step whose program waits until it is asked for. */
  readonly waiting: StepKey | undefined
  readonly trouble: string | undefined
  readonly actions: React.ReactNode
  readonly onShow: (file: ShownFile) => void
  readonly onRun: (step: StepKey) => void
}

/** What the workflow did, pipeline by pipeline. */
export function RunCard({
  run,
  running,
  waiting,
  trouble,
  actions,
  onShow,
  onRun,
}: RunCardProps): React.ReactElement {
  const [chosen, setChosen] = useState<Path>()
  const steps = run.pipelines.flatMap((pipeline) => pipeline.steps)
  const selected = steps.find((step) => chosen && samePath(step.path, chosen)) ?? telling(steps)
  return (
    <Card title="Run" hint={<span aria-hidden>{running ? 'running…' : ''}</span>} actions={actions}>
      {trouble === undefined ? null : (
        <Banner tone="warning" className="mb-2">
          {trouble}
        </Banner>
      )}
      {run.judgement ? <JudgementNotes judgement={run.judgement} /> : null}
      {run.warnings.length > 0 ? (
        <ul aria-label="Warnings" className="mb-2 space-y-1">
          {run.warnings.map(({ message }) => (
            <li key={message} className="break-words text-amber">
              {message}
            </li>
          ))}
        </ul>
      ) : null}
      {run.pipelines.map((pipeline) => (
        <div
          key={pipeline.path.join('/')}
          className="border-line border-t py-2 first:border-t-0 first:pt-0 last:pb-0"
        >
          <PipelineFlow
            run={run}
            pipeline={pipeline}
            selected={selected?.path}
            running={running}
            onSelect={(step) => setChosen(step.path)}
          />
          {pipeline.log.length > 0 ? (
            <pre className="mb-2 whitespace-pre-wrap break-words text-amber text-sm">
              {pipeline.log.join('\n')}
            </pre>
          ) : null}
          {selected && pipeline.steps.includes(selected) ? (
            <StepDetails
              step={selected}
              object={run.object}
              running={running}
              waits={waiting === selected.key}
              onShow={onShow}
              onRun={() => onRun(selected.key)}
            />
          ) : null}
        </div>
      ))}
    </Card>
  )
}

/** The step that one wants to see first. */
function telling(steps: readonly StepRun[]): StepRun | undefined {
  return (
    steps.find(({ state }) => state === 'failed') ??
    steps.find(({ state }) => state === 'pending') ??
    steps.find(({ state }) => state === 'not-run') ??
    steps[0]
  )
}
