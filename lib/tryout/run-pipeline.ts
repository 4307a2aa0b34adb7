import type { Step } from '@/lib/commands/steps'
import type { Files } from '@/lib/promise/files'
import { valueAt } from '@/lib/promise/path'
import type { PipelineView, PromiseView } from '@/lib/promise/view'
import type { Workflow } from '@/lib/promise/workflows'
import type { ApiContext } from '@/lib/scaffolds/scaffold'
import { environment } from './environment'
import {
  CONTROL_FILE,
  readControl,
  readSelectors,
  readStatus,
  retryFault,
  SELECTORS_FILE,
  STATUS_FILE,
} from './metadata-files'
import type { Programs } from './programs'
import { runAlone } from './run-alone'
import { runStep } from './run-step'
import { type Split, splitOutput } from './schedule'
import { droppedKeys, type Status } from './status'
import type { Control, PipelineRun, StepRun, Surroundings, VirtualFile, WrittenFile } from './types'
import { Volume } from './volume'

export interface PipelineWork {
  readonly files: Files
  readonly view: PromiseView
  /** The Promise as plain data. */
  readonly promise: unknown
  readonly api: ApiContext | undefined
  readonly workflow: Workflow
  readonly pipeline: PipelineView
  readonly steps: readonly Step[]
  readonly object: unknown
  readonly recorded: Surroundings['recorded']
  readonly programs: Programs
  /** What programs do alone is wanted, too. */
  readonly forTests: boolean
  /** A program of an earlier pipeline has not ended yet. */
  readonly waits: boolean
  /** No container before this pipeline is unknown. */
  readonly certain: boolean
  readonly now: () => number
}

/** What comes of a pipeline, before its files are scheduled and its status merged. */
export interface PipelineResult {
  readonly run: Omit<PipelineRun, 'groups'>
  readonly splits: readonly Split[]
  /** Of `status.yaml`; empty when Kratix does not get to read it. */
  readonly incoming: Status
  /** What programs told the API server, in order. */
  readonly published: readonly Status[]
}

/** Runs the containers of a pipeline on new volumes, then does what Kratix' own containers do. */
export function runPipeline(work: PipelineWork): PipelineResult {
  const { pipeline, workflow } = work
  const output = new Volume()
  const metadata = new Volume()
  const steps: StepRun[] = []
  const authors = new Map<string, string>()
  const published: Status[] = []
  let { certain, waits } = work
  let broken: StepRun | undefined
  for (const [index, step] of work.steps.entries()) {
    const container = valueAt(work.promise, step.path)
    const known = {
      key: step.key,
      name: step.name,
      image: step.image,
      path: step.path,
      certain,
      environment: environment({
        workflow,
        promise: work.view.name,
        pipeline: pipeline.name,
        api: work.api,
        object: work.object,
      }),
    }
    if (broken) {
      const nothing = { read: [], written: [], log: [], exit: undefined, took: 0 }
      steps[index] = { ...known, state: 'not-reached', ...nothing }
      continue
    }
    const before = { output: written(output), metadata: written(metadata) }
    const started = work.now()
    const given = {
      ...{ files: work.files, view: work.view, step, container, object: work.object },
      ...{ recorded: work.recorded[step.key], programs: work.programs },
      ...{ environment: known.environment, waits },
    }
    const done = runStep({ ...given, output, metadata })
    const took = done.took ?? work.now() - started
    const ran = done.state === 'succeeded' || done.state === 'recorded'
    // A program runs once for what is shown; alone only where a test case wants to know.
    const alone = certain && ran && (work.forTests || !done.program) ? runAlone(given) : undefined
    published.push(...(done.published ?? []))
    const wrote = changes(before.output, output, 'output')
    const removed = [...before.output.keys()].filter((path) => !output.has(path))
    const one: StepRun = {
      ...known,
      ...done,
      took,
      ...(alone && { alone }),
      written: [
        ...wrote.map((file) => {
          const insteadOf = authors.get(file.path)
          return insteadOf === undefined ? file : { ...file, insteadOf }
        }),
        ...changes(before.metadata, metadata, 'metadata'),
      ],
      ...(removed.length > 0 && { removed }),
    }
    for (const { path } of wrote) authors.set(path, step.name)
    for (const path of removed) authors.delete(path)
    steps[index] = one
    if (done.state === 'failed') broken = one
    if (done.state === 'not-run' || done.state === 'pending') certain = false
    if (done.state === 'pending') waits = true
  }
  const ended = end(workflow, steps, output, metadata)
  return {
    run: {
      name: pipeline.name,
      path: pipeline.path,
      certain: work.certain,
      steps,
      output: output.files(),
      metadata: metadata.files(),
      ...ended.run,
    },
    splits: ended.splits,
    incoming: ended.incoming,
    published,
  }
}

interface End {
  readonly run: Pick<PipelineRun, 'state' | 'reason' | 'log' | 'written' | 'control'>
  readonly splits: readonly Split[]
  readonly incoming: Status
}

/** `work-writer` (configure only), then `status-writer` (kratix.md 3.5, 5.3, 5.5, 5.6). */
function end(workflow: Workflow, steps: readonly StepRun[], output: Volume, metadata: Volume): End {
  const log: string[] = []
  const stop = (
    state: 'failed' | 'incomplete',
    reason: string,
    splits: readonly Split[] = [],
    written = false,
  ): End => ({ run: { state, reason, log, written }, splits, incoming: {} })

  const failed = steps.find(({ state }) => state === 'failed')
  if (failed) return stop('failed', `${failed.name}: ${failed.reason ?? 'it failed'}`)
  const pending = steps.find(({ state }) => state === 'pending')
  const unknown = steps.find(({ state }) => state === 'not-run')
  if (unknown && unknown !== pending)
    return stop('incomplete', `What ${unknown.name} does is not known.`)
  if (pending) return stop('incomplete', `What ${pending.name} does is not known yet.`)

  let splits: readonly Split[] = []
  let written = false
  const configure = workflow.action === 'configure'
  if (configure) {
    const selectors = readSelectors(
      metadata.text(SELECTORS_FILE) ?? (metadata.has(SELECTORS_FILE) ? null : ''),
    )
    if (!selectors.ok) return stop('failed', `work-writer: ${selectors.reason}`)
    const early = control(metadata)
    if (!early.ok) return stop('failed', `work-writer: ${early.reason}`)
    if (!isWaiting(early.value)) {
      const split = splitOutput(
        output.files().map(({ path }) => path),
        selectors.value,
      )
      if (!split.ok) return stop('failed', `work-writer: ${split.reason}`)
      splits = split.value
      written = true
    }
  }
  const incoming = metadata.has(STATUS_FILE)
    ? readStatus(metadata.text(STATUS_FILE) ?? null)
    : ({ ok: true, value: {} } as const)
  if (!incoming.ok) return stop('failed', `status-writer: ${incoming.reason}`, splits, written)
  const dropped = droppedKeys(incoming.value, workflow.type)
  if (dropped.length > 0) {
    log.push(
      `Warning: promise workflow status has unsupported keys: ${dropped.join(', ')} in status.yaml; only 'message' can be updated in Promise status.`,
    )
  }
  const asked = control(metadata)
  if (!asked.ok) return stop('failed', `status-writer: ${asked.reason}`, splits, written)
  const late = retryFault(asked.value)
  if (late) return stop('failed', `status-writer: ${late}`, splits, written)
  const waits = isWaiting(asked.value)
  return {
    run: {
      state: waits ? 'suspended' : 'succeeded',
      log,
      written,
      ...(waits && { control: asked.value }),
    },
    splits,
    incoming: incoming.value,
  }
}

function control(metadata: Volume) {
  if (!metadata.has(CONTROL_FILE))
    return { ok: true, value: { suspend: false } as Control } as const
  return readControl(metadata.text(CONTROL_FILE) ?? null)
}

function isWaiting({ suspend, retryAfter }: Control): boolean {
  return suspend || retryAfter !== undefined
}

type Written = ReadonlyMap<string, VirtualFile>

function written(volume: Volume): Written {
  return new Map(volume.files().map((file) => [file.path, file]))
}

function changes(
  before: Written,
  after: Volume,
  volume: 'output' | 'metadata',
): readonly WrittenFile[] {
  return after
    .files()
    .filter((file) => {
      const old = before.get(file.path)
      return !old || old.text !== file.text || old.hash !== file.hash
    })
    .map((file) => ({ ...file, volume }))
}
