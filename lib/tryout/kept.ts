import { isRecord } from '@/lib/promise/path'
import { WORKFLOWS, type Workflow } from '@/lib/promise/workflows'
import {
  type Destination,
  FILE_MODES,
  type RecordedOutput,
  type Run,
  type Surroundings,
} from './types'

/** A run that the user keeps, to compare with. */
export interface KeptRun {
  readonly id: string
  readonly name: string
  readonly run: Run
}

/** What Try it remembers of a draft between visits; it is no part of the repository. */
export interface KeptTryout {
  readonly workflow: Workflow
  /** The request as YAML; `undefined` while it is the example of the repository. */
  readonly request: string | undefined
  /** `undefined` while they are invented for what the run needs. */
  readonly destinations: readonly Destination[] | undefined
  readonly recorded: Surroundings['recorded']
  readonly runs: readonly KeptRun[]
}

export const NOTHING_KEPT: KeptTryout = {
  workflow: { type: 'resource', action: 'configure' },
  request: undefined,
  destinations: undefined,
  recorded: {},
  runs: [],
}

/** So many runs are kept; the oldest goes for a new one. */
export const MOST_RUNS = 8

/** What is kept in parts that are stored each on its own: a part that stays is not written again. */
export type KeptParts = Readonly<Record<string, unknown>>

/** The part of a kept run, which is large; its name is in the part `runs`. */
const partOfRun = (id: string): string => `run/${id}`

/** The parts that `kept` is stored as. */
export function partsOf({ runs, ...rest }: KeptTryout): KeptParts {
  return {
    ...rest,
    runs: runs.map(({ id, name }) => ({ id, name })),
    ...Object.fromEntries(runs.map(({ id, run }) => [partOfRun(id), run])),
  }
}

/** What must be stored so that `now` is stored where `before` is: `undefined` for runs that go. */
export function changedParts(before: KeptParts, now: KeptParts): KeptParts {
  const gone = Object.keys(before).filter(
    (part) => part.startsWith(partOfRun('')) && !Object.hasOwn(now, part),
  )
  // The list of runs is made anew each time, and short.
  const same = (part: string, value: unknown): boolean =>
    value === before[part] ||
    (part === 'runs' && JSON.stringify(value) === JSON.stringify(before[part]))
  return {
    ...Object.fromEntries(gone.map((part) => [part, undefined])),
    ...Object.fromEntries(Object.entries(now).filter(([part, value]) => !same(part, value))),
  }
}

/**
 * What was stored, part by part: what is not as it must be is as if it had not been kept. Runs may
 * also lie in the list of their names, as they did at first.
 */
export function readKept(stored: unknown): KeptTryout {
  if (!isRecord(stored)) return NOTHING_KEPT
  const { workflow, request, destinations, recorded, runs } = stored
  return {
    workflow:
      WORKFLOWS.find(
        ({ type, action }) =>
          isRecord(workflow) && workflow.type === type && workflow.action === action,
      ) ?? NOTHING_KEPT.workflow,
    request: typeof request === 'string' ? request : undefined,
    destinations:
      Array.isArray(destinations) && destinations.every(isDestination) ? destinations : undefined,
    recorded: isRecord(recorded)
      ? Object.fromEntries(
          Object.entries(recorded).flatMap(([key, one]) => (isRecorded(one) ? [[key, one]] : [])),
        )
      : {},
    runs: Array.isArray(runs)
      ? runs
          .filter(isRecord)
          .map(({ id, name, run }) => ({ id, name, run: run ?? stored[partOfRun(String(id))] }))
          .filter(isKeptRun)
          .slice(0, MOST_RUNS)
      : [],
  }
}

function isDestination(value: unknown): value is Destination {
  return (
    isRecord(value) &&
    typeof value.name === 'string' &&
    isTexts(value.labels) &&
    typeof value.strictMatchLabels === 'boolean' &&
    FILE_MODES.some((mode) => mode === value.mode)
  )
}

function isRecorded(value: unknown): value is RecordedOutput {
  return (
    isRecord(value) &&
    isTexts(value.output) &&
    isTexts(value.metadata) &&
    typeof value.input === 'string'
  )
}

function isTexts(value: unknown): value is Readonly<Record<string, string>> {
  return isRecord(value) && Object.values(value).every((one) => typeof one === 'string')
}

/** Runs are written by this page alone; a list where one must stand is what readers rely on. */
function isKeptRun(value: unknown): value is KeptRun {
  if (!isRecord(value) || typeof value.id !== 'string' || typeof value.name !== 'string')
    return false
  const { run } = value
  if (!isRecord(run) || !isRecord(run.status) || !isRecord(run.workflow)) return false
  const lists = [run.pipelines, run.groups, run.removed, run.warnings, run.destinations]
  return lists.every(Array.isArray) && typeof run.outcome === 'string'
}
