import type { Tone } from '@/components/ui/badge'
import type { Workflow } from '@/lib/promise/workflows'
import type { Outcome, PipelineRun, Run, StepRun } from '@/lib/tryout/types'

export interface Word {
  readonly tone: Tone
  readonly label: string
}

const STEP_WORDS: Readonly<Record<StepRun['state'], Word>> = {
  succeeded: { tone: 'green', label: 'Succeeded' },
  failed: { tone: 'red', label: 'Failed' },
  'not-run': { tone: 'amber', label: 'Not run here' },
  recorded: { tone: 'accent', label: 'Recorded' },
  pending: { tone: 'neutral', label: 'Not run yet' },
  'not-reached': { tone: 'neutral', label: 'Not reached' },
}

/** What stands for the state of a step. */
export function stepWord({ state, offers }: StepRun, running: boolean): Word {
  if (state === 'not-run' && offers) return { tone: 'neutral', label: 'Not run here yet' }
  return state === 'pending' && running ? { tone: 'neutral', label: 'Running…' } : STEP_WORDS[state]
}

export const PIPELINE_WORDS: Readonly<Record<PipelineRun['state'], Word>> = {
  succeeded: { tone: 'green', label: 'Succeeded' },
  failed: { tone: 'red', label: 'Failed' },
  suspended: { tone: 'amber', label: 'Suspended' },
  incomplete: { tone: 'amber', label: 'Incomplete' },
  'not-reached': { tone: 'neutral', label: 'Not reached' },
  ignored: { tone: 'neutral', label: 'Ignored' },
}

const OUTCOME_WORDS: Readonly<Record<Outcome, Word>> = {
  refused: { tone: 'red', label: 'Refused' },
  empty: { tone: 'neutral', label: 'Nothing runs' },
  completed: { tone: 'green', label: 'Completed' },
  suspended: { tone: 'amber', label: 'Suspended' },
  failed: { tone: 'red', label: 'Failed' },
  incomplete: { tone: 'amber', label: 'Incomplete' },
}

/** A program of it has not ended yet. */
export function isPending({ pipelines }: Run): boolean {
  return pipelines.some(({ steps }) => steps.some(({ state }) => state === 'pending'))
}

/** @param running something of the run is still to come */
export function outcomeWord(run: Run, running = false): Word {
  if (!isPending(run)) return OUTCOME_WORDS[run.outcome]
  return { tone: 'neutral', label: running ? 'Running…' : 'Not run yet' }
}

/**
 * What came of a run, in one sentence.
 * @param waits a program that takes long waits until it is asked for
 */
export function sentenceOf(run: Run, running: boolean, waits: boolean): string {
  if (isPending(run)) {
    if (waits) return 'A program waits: it takes long, so it runs when you ask.'
    return running ? 'A program has not ended yet.' : 'A program could not be run.'
  }
  const isDelete = run.workflow.action === 'delete'
  switch (run.outcome) {
    case 'refused':
      return run.workflow.type === 'promise'
        ? 'promise.yaml holds no Promise that could be run.'
        : 'The API server refuses the request: no workflow starts.'
    case 'empty':
      if (run.removed.length > 0) return `No pipeline: Kratix just removes ${countOf(run.removed)}.`
      return 'This workflow has no pipeline yet: add steps under Workflows.'
    case 'completed':
      if (isDelete) return `Then Kratix removes ${countOf(run.removed)}.`
      return run.groups.some(({ destinations }) => destinations.length === 0)
        ? `${capital(countOf(run.groups))} written; some match no Destination and stay pending.`
        : `${capital(countOf(run.groups))} on the way to ${placesOf(run)}.`
    case 'suspended':
      return isDelete
        ? 'The deletion waits, and the files stay.'
        : 'The workflow waits: files of earlier runs stay as they are.'
    case 'failed':
      return isDelete
        ? 'The deletion is blocked until the object or the Promise changes.'
        : 'A pipeline fails; those after it do not run.'
    case 'incomplete':
      return run.pipelines.some(({ steps }) => steps.some(({ offers }) => offers))
        ? 'A step is not run here yet. Run it, or feed it what it writes, and the rest can be told.'
        : 'A step is not run here. Feed it what it writes, and the rest can be told.'
  }
}

function countOf(groups: Run['groups']): string {
  const count = groups.reduce((sum, { files }) => sum + files.length, 0)
  return count === 0 ? 'no file' : `${count} file${count === 1 ? '' : 's'}`
}

function placesOf({ groups, workflow }: Run): string {
  const names = new Set(
    groups.flatMap(({ destinations }) => destinations.map(({ destination }) => destination)),
  )
  if (names.size === 0) return 'nowhere'
  if (names.size === 1) return [...names].join()
  return workflow.type === 'promise'
    ? `${names.size} Destinations`
    : `one of ${[...names].join(', ')}`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export const WORKFLOW_NAMES: Readonly<Record<`${Workflow['type']}/${Workflow['action']}`, string>> =
  {
    'resource/configure': 'Request',
    'resource/delete': 'Delete the request',
    'promise/configure': 'Install the Promise',
    'promise/delete': 'Delete the Promise',
  }

export function bytes(size: number): string {
  return size < 1024 ? `${size} B` : `${(size / 1024).toFixed(1)} KB`
}
