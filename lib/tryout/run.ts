import { apiContext } from '@/lib/build/example'
import { readSettings } from '@/lib/commands/settings'
import { type Step, stepsOf } from '@/lib/commands/steps'
import { promiseContent } from '@/lib/layout/assemble'
import type { Files } from '@/lib/promise/files'
import { isRecord, isWithin, valueAt } from '@/lib/promise/path'
import { readPromise } from '@/lib/promise/read'
import { text } from '@/lib/promise/read-values'
import type { PipelineView, PromiseView } from '@/lib/promise/view'
import type { Workflow } from '@/lib/promise/workflows'
import { promiseDocument } from '@/lib/yaml/document'
import { judgeRequest, nameOf } from './judge'
import { Programs } from './programs'
import { type PipelineResult, runPipeline } from './run-pipeline'
import { type Delivery, type LabelLayer, type Split, schedule, squash } from './schedule'
import {
  completed,
  failed,
  merged,
  patched,
  pendingWorks,
  type Status,
  starting,
  succeeded,
  suspended,
} from './status'
import type {
  Destination,
  Outcome,
  PipelineRun,
  Run,
  Surroundings,
  Tried,
  WorkloadGroup,
} from './types'
import { landingWarnings } from './warnings'

const SYSTEM_NAMESPACE = 'kratix-platform-system'

/** The Promise of a repository, as far as it can be read. */
interface Subject {
  readonly files: Files
  readonly value: unknown
  readonly view: PromiseView
  readonly steps: readonly Step[]
  readonly programs: Programs
}

/**
 * What Kratix makes of `object`: a request, which is judged as the API server would; in promise
 * workflows the Promise of `files` itself. Pure but for the clock.
 * @param now milliseconds, for how long a step takes
 */
export function run(
  files: Files,
  object: unknown,
  surroundings: Surroundings,
  now: () => number = () => performance.now(),
): Run {
  return tryOut(files, object, surroundings, now).run
}

/**
 * The same, with the programs that must run before more is known: with what they did among the
 * `answers` of `surroundings`, the next call gets further. Until then their steps are pending.
 */
export function tryOut(
  files: Files,
  object: unknown,
  surroundings: Surroundings,
  now: () => number = () => performance.now(),
): Tried {
  const programs = new Programs(surroundings.answers, surroundings.python)
  const subject = { ...subjectOf(files), programs }
  return { run: runPlaced(subject, object, surroundings, now), calls: programs.calls }
}

function runPlaced(
  subject: Subject,
  object: unknown,
  surroundings: Surroundings,
  now: () => number,
): Run {
  if (surroundings.destinations) {
    return runWith(subject, object, { ...surroundings, ...within(surroundings.destinations) }, now)
  }
  const start = [labelled('worker', squash(subject.view.destinationSelectors))]
  const first = runWith(subject, object, { ...surroundings, ...within(start) }, now)
  const destinations = invented(start, [...first.groups, ...first.removed])
  if (destinations.length === start.length) return first
  return runWith(subject, object, { ...surroundings, ...within(destinations) }, now)
}

type Placed = Surroundings & { readonly destinations: readonly Destination[] }
const within = (destinations: readonly Destination[]) => ({ destinations })

/** A Destination for each set of labels that none of `start` has. */
function invented(
  start: readonly Destination[],
  groups: readonly WorkloadGroup[],
): readonly Destination[] {
  const found = new Map(start.map((one) => [JSON.stringify(one.labels), one]))
  for (const { labels, destinations } of groups) {
    if (destinations.length > 0) continue
    const wanted = Object.fromEntries(labels.map(({ key, value }) => [key, value]))
    const key = JSON.stringify(wanted)
    if (!found.has(key)) found.set(key, labelled(`worker-${found.size + 1}`, wanted))
  }
  return [...found.values()]
}

function labelled(name: string, labels: Readonly<Record<string, string>>): Destination {
  return { name, labels, strictMatchLabels: false, mode: 'nestedByMetadata' }
}

function runWith(subject: Subject, object: unknown, surroundings: Placed, now: () => number): Run {
  const { workflow, destinations } = surroundings
  const blank: Run = {
    ...{ workflow, judgement: undefined, object: undefined, pipelines: [], status: {} },
    ...{ statusCertain: true, destinations, groups: [], removed: [], warnings: [] },
    outcome: 'refused',
  }
  if (workflow.type === 'promise') {
    if (!isRecord(subject.value)) return blank
    return runWorkflow(subject, withoutStatus(subject.value), surroundings, blank, now)
  }
  if (!subject.view.api) return blank
  const judgement = judgeRequest(subject.view.api, object)
  const judged = { ...blank, judgement, object: judgement.stored }
  if (judgement.faults.length > 0 || !isRecord(judgement.stored)) return judged
  return runWorkflow(subject, judgement.stored, surroundings, judged, now)
}

function subjectOf(files: Files): Omit<Subject, 'programs'> {
  const content = promiseContent(files)
  const value = content && promiseDocument(content)?.value()
  const view = readPromise(value)
  return { files, value, view, steps: stepsOf(view, readSettings(files).settings) }
}

/** What a file says of the status is ignored when it is created (kratix.md 2.1). */
function withoutStatus(promise: Readonly<Record<string, unknown>>) {
  const { status: _, ...rest } = promise
  return rest
}

function runWorkflow(
  subject: Subject,
  object: Readonly<Record<string, unknown>>,
  surroundings: Placed,
  blank: Run,
  now: () => number,
): Run {
  const { workflow } = surroundings
  const promiseLabels =
    workflow.type === 'resource' && workflow.action === 'configure'
      ? labelsOfPromiseWorkflow(subject, surroundings, now)
      : { labels: {}, certain: true }
  const walk = walkPipelines(subject, object, surroundings, promiseLabels, now)
  const groups = [...walk.groups, ...staticDependencies(subject, surroundings)]
  const identity = workflow.type === 'resource' ? nameOf(object) : undefined
  const pending = groups.filter((group) => group.certain && group.destinations.length === 0)
  const status =
    pending.length > 0 && walk.outcome !== 'incomplete'
      ? pendingWorks(walk.status, [...new Set(pending.map(({ pipeline }) => pipeline))])
      : walk.status
  return {
    ...blank,
    object: walk.object ?? object,
    pipelines: walk.pipelines,
    status,
    statusCertain: walk.certain,
    groups,
    removed: removedBy(subject, object, surroundings, walk.outcome, now),
    warnings: landingWarnings(groups, identity),
    outcome: walk.outcome,
  }
}

interface Walk {
  readonly pipelines: readonly PipelineRun[]
  readonly groups: readonly WorkloadGroup[]
  readonly status: Status
  readonly certain: boolean
  readonly outcome: Outcome
  /** The object as the first pipeline reads it. */
  readonly object: unknown
}

/** One pipeline after the other, until one fails or waits. */
function walkPipelines(
  subject: Subject,
  object: Readonly<Record<string, unknown>>,
  { workflow, destinations, recorded, forTests = false }: Placed,
  promiseLabels: PromiseLabels,
  now: () => number,
): Walk {
  const { view } = subject
  const all = pipelinesOf(view, workflow)
  // kratix.md 2.1: of a delete workflow the first pipeline alone runs.
  const last = workflow.action === 'delete' ? 0 : all.length - 1
  let status: Status = isRecord(object.status) ? object.status : {}
  let certain = true
  let waits = false
  let stopped: 'failed' | 'suspended' | undefined
  let first: unknown
  const pipelines: PipelineRun[] = []
  const groups: WorkloadGroup[] = []
  for (const [index, pipeline] of all.entries()) {
    if (index > last || stopped) {
      pipelines.push(idle(pipeline, index > last ? 'ignored' : 'not-reached', certain))
      continue
    }
    status = starting(status, workflow.action, pipeline.name, index === 0)
    const input = { ...object, status }
    first ??= input
    const result = runPipeline({
      ...{ files: subject.files, view, promise: subject.value, api: apiContext(view), workflow },
      ...{ pipeline, steps: stepsIn(subject, pipeline), object: input, recorded, certain, now },
      ...{ programs: subject.programs, forTests, waits },
    })
    const delivery = deliveryOf(subject, object, workflow, pipeline, destinations)
    const own = result.splits.map((split) => group(subject, split, promiseLabels, delivery))
    groups.push(...own)
    pipelines.push({ ...result.run, groups: own })
    status = after(status, result, workflow, pipeline.name, index === last)
    if (result.run.state === 'incomplete') certain = false
    if (result.run.steps.some(({ state }) => state === 'pending')) waits = true
    if (result.run.state === 'failed' || result.run.state === 'suspended')
      stopped = result.run.state
  }
  const outcome: Outcome =
    all.length === 0 ? 'empty' : !certain ? 'incomplete' : (stopped ?? 'completed')
  return { pipelines, groups, status, certain, outcome, object: first }
}

function after(
  status: Status,
  { run: { state, control }, incoming, published }: PipelineResult,
  { type, action }: Workflow,
  name: string,
  isLast: boolean,
): Status {
  if (state === 'incomplete') return status
  const told = published.reduce(patched, status)
  if (state === 'failed') return failed(told, action, name)
  const next = merged(told, incoming, type)
  if (state === 'suspended') return suspended(next, action, name, control ?? { suspend: true })
  return isLast ? completed(succeeded(next, name), type, action) : succeeded(next, name)
}

function idle(
  { name, path }: PipelineView,
  state: 'ignored' | 'not-reached',
  certain: boolean,
): PipelineRun {
  const nothing = { steps: [], output: [], metadata: [], log: [], groups: [], written: false }
  return { name, path, state, certain, ...nothing }
}

function pipelinesOf(view: PromiseView, { type, action }: Workflow): readonly PipelineView[] {
  return view.workflows.find((one) => one.type === type && one.action === action)?.pipelines ?? []
}

function stepsIn({ steps }: Subject, { path }: PipelineView): readonly Step[] {
  return steps.filter((step) => isWithin(step.path, path))
}

function deliveryOf(
  { view, value }: Subject,
  object: unknown,
  { type }: Workflow,
  pipeline: PipelineView,
  destinations: readonly Destination[],
): Delivery {
  const set = text(valueAt(value, ['spec', 'workflows', 'config', 'pipelineNamespace']))
  const { name, namespace } = nameOf(object)
  const own = type === 'promise' ? SYSTEM_NAMESPACE : namespace
  return {
    type,
    promise: view.name,
    request: type === 'promise' ? '' : name,
    namespace: set || own,
    pipeline: pipeline.name,
    destinations,
  }
}

interface PromiseLabels {
  readonly labels: Readonly<Record<string, string>>
  readonly certain: boolean
}

/** Whose labels count for a group, the strongest first (kratix.md 5.4). */
function group(
  { view }: Subject,
  split: Split,
  fromPromise: PromiseLabels,
  delivery: Delivery,
): WorkloadGroup {
  const own = split.labels ?? {}
  const isPromise = delivery.type === 'promise'
  if (split.directory !== '.') {
    const source = isPromise ? 'promise-workflow' : 'resource-workflow'
    return schedule(split, [[source, own]], true, delivery)
  }
  const promise: LabelLayer = ['promise', squash(view.destinationSelectors)]
  const layers: readonly LabelLayer[] = isPromise
    ? [promise, ['promise-workflow', own]]
    : [promise, ['promise-workflow', fromPromise.labels], ['resource-workflow', own]]
  return schedule(split, layers, isPromise || fromPromise.certain, delivery)
}

/**
 * The labels that the promise workflow adds for the requests: of the entry without a directory, if
 * it wrote a file that lies in none (kratix.md 5.10).
 */
function labelsOfPromiseWorkflow(
  subject: Subject,
  surroundings: Placed,
  now: () => number,
): PromiseLabels {
  if (!isRecord(subject.value)) return { labels: {}, certain: true }
  const workflow: Workflow = { type: 'promise', action: 'configure' }
  const object = withoutStatus(subject.value)
  const given = { ...surroundings, workflow, forTests: false }
  const walk = walkPipelines(subject, object, given, { labels: {}, certain: true }, now)
  const selectors = walk.groups
    .filter(({ directory }) => directory === '.')
    .map(({ labels }) => ({
      matchLabels: Object.fromEntries(
        labels.flatMap(({ key, value, source, over }) => {
          if (source === 'promise-workflow') return [[key, value]]
          const own = over.find((one) => one.source === 'promise-workflow')
          return own ? [[key, own.value]] : []
        }),
      ),
    }))
  return { labels: squash(selectors), certain: walk.certain }
}

/** `spec.dependencies`, which Kratix sends off when the Promise is installed (kratix.md 2.1). */
function staticDependencies(
  subject: Subject,
  { workflow, destinations }: Placed,
): readonly WorkloadGroup[] {
  const { view } = subject
  if (workflow.type !== 'promise' || workflow.action !== 'configure') return []
  if (view.dependencies.length === 0) return []
  const split = {
    directory: '.',
    files: [`static/${view.name}-dependencies.yaml`],
    labels: undefined,
  }
  const delivery: Delivery = {
    ...{ type: 'promise', promise: view.name, request: '', namespace: SYSTEM_NAMESPACE },
    ...{ pipeline: '', destinations },
  }
  return [schedule(split, [['promise', squash(view.destinationSelectors)]], true, delivery)]
}

/** After a delete workflow Kratix removes what the configure workflow wrote (kratix.md 1, 5.7). */
function removedBy(
  subject: Subject,
  object: Readonly<Record<string, unknown>>,
  surroundings: Placed,
  outcome: Outcome,
  now: () => number,
): readonly WorkloadGroup[] {
  const { workflow } = surroundings
  if (workflow.action !== 'delete' || !(outcome === 'completed' || outcome === 'empty')) return []
  const { status: _, ...fresh } = object
  const configure = { ...workflow, action: 'configure' as const }
  const given = { ...surroundings, workflow: configure, forTests: false }
  const promiseLabels =
    workflow.type === 'resource'
      ? labelsOfPromiseWorkflow(subject, given, now)
      : { labels: {}, certain: true }
  const walk = walkPipelines(subject, fresh, given, promiseLabels, now)
  return [...walk.groups, ...staticDependencies(subject, given)]
}
