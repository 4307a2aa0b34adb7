import type { Workflow } from '@/lib/promise/workflows'

/** How a workflow reads to somebody who has never seen Kratix. */
export interface WorkflowText {
  /** When it runs. */
  readonly title: string
  /** What its first container finds in /kratix/input/object.yaml. */
  readonly input: string
  /** Where its output goes; `undefined` for delete, whose output is ignored (kratix.md 5.7). */
  readonly output: string | undefined
  /** One sentence for a workflow without pipelines. */
  readonly empty: string
}

export function textOf({ type, action }: Workflow): WorkflowText {
  return TEXTS[`${type}/${action}`]
}

const TEXTS: Record<`${Workflow['type']}/${Workflow['action']}`, WorkflowText> = {
  'promise/configure': {
    title: 'On install',
    input: 'Promise',
    output: 'all matching destinations',
    empty: 'Installs what every destination needs before anything can be requested.',
  },
  'resource/configure': {
    title: 'On each request',
    input: 'request',
    output: 'one matching destination',
    empty: 'Turns each request into the documents that a destination should hold.',
  },
  'resource/delete': {
    title: 'When a request is deleted',
    input: 'request',
    output: undefined,
    empty: 'Only needed to clean up outside: Kratix removes what it wrote itself.',
  },
  'promise/delete': {
    title: 'When the Promise is deleted',
    input: 'Promise',
    output: undefined,
    empty: 'Only needed to clean up outside: Kratix removes what it wrote itself.',
  },
}

export const KIND_LABELS = {
  render: 'render',
  custom: 'custom',
  dependencies: 'dependencies',
  image: 'image',
} as const

export const LANGUAGE_LABELS = {
  go: 'Go',
  typescript: 'TypeScript',
  python: 'Python',
  bash: 'Bash',
} as const
