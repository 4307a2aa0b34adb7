'use client'

import { FileInput, FileText, Play, RotateCcw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useReadOnly } from '@/components/designer/use-designer'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { tryPrintYaml } from '@/lib/build/print'
import python from '@/lib/sandbox/python-size.json'
import type { StepRun } from '@/lib/tryout/types'
import { FeedDialog } from './feed-dialog'
import type { ShownFile } from './file-viewer'
import { bytes, stepWord } from './run-words'
import { askForPython } from './sandbox/python-offer'
import { useTryout, useTryoutStore } from './use-tryout'

export interface StepDetailsProps {
  readonly step: StepRun
  /** The object that the step reads, as the run has it. */
  readonly object: unknown
  readonly running: boolean
  /** Its program takes long, and waits until it is asked for. */
  readonly waits: boolean
  readonly onShow: (file: ShownFile) => void
  /** Runs its program, also one that has run. */
  readonly onRun: () => void
}

/** What one container read, wrote and said. */
export function StepDetails({
  step,
  object,
  running,
  waits,
  onShow,
  onRun,
}: StepDetailsProps): React.ReactElement {
  const store = useTryoutStore()
  const recorded = useTryout((state) => state.recorded[step.key])
  const readOnly = useReadOnly()
  const [feeding, setFeeding] = useState(false)
  const { label, tone } = stepWord(step, running)
  const run =
    step.offers === 'python'
      ? `Run Python here (${python.megabytes} MB)`
      : waits
        ? 'Run'
        : step.program
          ? 'Run again'
          : undefined
  const foreign = step.state === 'not-run' || step.state === 'recorded'
  return (
    <section
      aria-label={`Step ${step.name}`}
      className="rounded-lg border border-line bg-panel px-3 py-2"
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <h4 className="font-medium">{step.name || 'unnamed'}</h4>
        <Badge tone={tone}>{label}</Badge>
        <span className="text-faint text-sm tabular-nums">
          {[
            ...(step.exit === undefined ? [] : [`exit ${step.exit}`]),
            ...(step.state === 'succeeded' || step.state === 'failed'
              ? [`${step.took.toFixed(1)} ms`]
              : []),
          ].join(' · ')}
        </span>
        <span className="flex-1" />
        {/* One button, whatever it says: it keeps the focus while its program runs. */}
        {run ? (
          <Button
            size="sm"
            variant={run === 'Run again' ? 'ghost' : 'primary'}
            aria-disabled={running}
            icon={
              run === 'Run again' ? (
                <RotateCcw size={14} aria-hidden />
              ) : (
                <Play size={14} aria-hidden />
              )
            }
            onClick={() => {
              if (running) return
              if (step.offers === 'python') askForPython()
              onRun()
            }}
          >
            {run}
          </Button>
        ) : null}
        {foreign ? (
          <Button
            size="sm"
            disabled={readOnly}
            icon={<FileInput size={14} aria-hidden />}
            onClick={() => setFeeding(true)}
          >
            {recorded ? 'Change what it wrote' : 'Feed a recorded output'}
          </Button>
        ) : null}
        {recorded ? (
          <Button
            size="sm"
            variant="ghost"
            disabled={readOnly}
            icon={<Trash2 size={14} aria-hidden />}
            onClick={() => store.getState().feed(step.key, undefined)}
          >
            Forget it
          </Button>
        ) : null}
      </div>
      {step.reason === undefined ? null : (
        <p className={`mt-1 break-words ${step.state === 'failed' ? 'text-red' : 'text-dim'}`}>
          {step.reason}
        </p>
      )}
      {waits ? (
        <p className="mt-1 text-dim">
          Its program takes more than a second, so it does not run at each change.
        </p>
      ) : null}
      {step.stale ? (
        <p className="mt-1 text-amber">
          What it wrote was recorded for another request or Promise: run it again for this one.
        </p>
      ) : null}
      <dl className="mt-1.5 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm">
        {step.read.length > 0 ? (
          <>
            <dt className="text-faint">Read</dt>
            <dd className="flex flex-wrap gap-x-3 font-mono">
              {step.read.map((path) => (
                <span key={path} className="break-all">
                  {path}
                </span>
              ))}
            </dd>
          </>
        ) : null}
        {step.written.length > 0 ? (
          <>
            <dt className="pt-1 text-faint">Wrote</dt>
            <dd>
              <ul>
                {step.written.map((file) => {
                  const path = `/kratix/${file.volume}/${file.path}`
                  return (
                    <li key={path}>
                      <button
                        type="button"
                        className="flex min-h-6 max-w-full items-center gap-1.5 rounded-[4px] text-left text-accent-text hover:underline"
                        onClick={() => onShow({ ...file, title: path })}
                      >
                        <FileText size={12} aria-hidden className="shrink-0" />
                        <span className="break-all font-mono">{path}</span>
                        <span className="shrink-0 text-faint">{bytes(file.size)}</span>
                      </button>
                      {file.insteadOf === undefined ? null : (
                        <p className="pl-[18px] text-amber">
                          in place of what {file.insteadOf || 'a step without a name'} wrote
                        </p>
                      )}
                    </li>
                  )
                })}
              </ul>
            </dd>
          </>
        ) : null}
        {step.removed ? (
          <>
            <dt className="text-faint">Removed</dt>
            <dd className="flex flex-wrap gap-x-3 font-mono">
              {step.removed.map((path) => (
                <span key={path} className="break-all">
                  /kratix/output/{path}
                </span>
              ))}
            </dd>
          </>
        ) : null}
        {step.program && step.published ? (
          <>
            <dt className="text-faint">Published</dt>
            <dd>
              <pre className="whitespace-pre-wrap break-words">
                {step.published.map((one) => tryPrintYaml({ status: one }) ?? '').join('---\n')}
              </pre>
              <p className="text-faint">Here a stand-in for the API server has taken it.</p>
            </dd>
          </>
        ) : null}
        {step.log.length > 0 ? (
          <>
            <dt className="text-faint">Log</dt>
            <dd>
              <pre className="whitespace-pre-wrap break-words">{step.log.join('\n')}</pre>
            </dd>
          </>
        ) : null}
      </dl>
      <details className="mt-1.5 text-sm">
        <summary className="min-h-6 cursor-pointer text-dim hover:text-text">Environment</summary>
        <pre className="overflow-x-auto whitespace-pre-wrap break-words">
          {step.environment.map(([name, value]) => `${name}=${value}`).join('\n')}
        </pre>
      </details>
      {foreign ? (
        <FeedDialog
          open={feeding}
          onOpenChange={setFeeding}
          step={step}
          object={object}
          recorded={recorded}
        />
      ) : null}
    </section>
  )
}
