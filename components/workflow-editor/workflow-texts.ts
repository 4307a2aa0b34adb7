import type { Workflow } from '@/lib/promise/workflows'

/** How a workflow reads to somebody who has never seen Kratix. */
export interface WorkflowText {
  /** When it runs. */
  readonly title: string
  /** One sentence for a workflow without pipelines. */
  readonly empty: string
}

export function textOf({ type, action }: Workflow): WorkflowText {
  return TEXTS[`${type}/${action}`]
}

const TEXTS: Record<`${Workflow['type']}/${Workflow['action']}`, WorkflowText> = {
  'promise/configure': {
    title: 'On install',
    empty: 'Installs what every destination needs before anything can be requested.',
  },
  'resource/configure': {
    title: 'On each request',
    empty: 'Turns each request into the documents that a destination should hold.',
  },
  'resource/delete': {
    title: 'When a request is deleted',
    empty: 'Only needed to clean up outside: Kratix removes what it wrote itself.',
  },
  'promise/delete': {
    title: 'When the Promise is deleted',
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
