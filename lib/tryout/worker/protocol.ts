import type { FileContent, Files } from '@/lib/promise/files'
import { askWorker, type WorkerPort } from '@/lib/worker/ask-worker'
import type { Surroundings, Tried } from '../types'

/** What is to be run: the files that changed since the last request, and what they meet. */
export interface RunRequest {
  readonly id: number
  readonly written: readonly { readonly path: string; readonly content: string | Uint8Array }[]
  readonly deleted: readonly string[]
  readonly object: unknown
  readonly surroundings: Surroundings
}

export interface RunResponse {
  readonly id: number
  readonly tried: Tried | undefined
  /** Set when our own code failed. */
  readonly error: string | undefined
}

/** The end of a worker that runs requests. */
export type Port = WorkerPort<RunResponse, RunRequest>

export type RunAnswer =
  | ({ readonly kind: 'run' } & Tried)
  /** It took too long and was stopped. */
  | { readonly kind: 'late' }
  /** The worker cannot be loaded: without a network, or of a site that has changed since. */
  | { readonly kind: 'unavailable' }

export interface Runner {
  /** `undefined` when a later question has overtaken this one. Rejects when our own code failed. */
  run(files: Files, object: unknown, surroundings: Surroundings): Promise<RunAnswer | undefined>
  stop(): void
}

/** So long a run may take, in milliseconds. */
const LIMIT = 5000

type Question = Pick<RunRequest, 'object' | 'surroundings'> & { readonly files: Files }

/**
 * Runs requests in a worker: rules and templates are the user's, and may take any time. A run that
 * a later one replaces is not shown.
 */
export function workerRunner(open: () => Port, limit = LIMIT): Runner {
  let sent: Files = new Map()
  const worker = askWorker<Question, RunResponse, RunRequest>({
    open,
    limit,
    message: ({ files, object, surroundings }, id, fresh) => {
      const changed = changes(fresh ? new Map() : sent, files)
      sent = files
      return { id, ...changed, object, surroundings }
    },
  })
  return {
    async run(files, object, surroundings) {
      const answered = await worker.ask({ files, object, surroundings })
      if (answered?.kind === 'broken') throw new Error(answered.reason)
      if (answered?.kind === 'unavailable') return { kind: 'unavailable' }
      if (answered?.kind !== 'reply') return answered
      const { tried, error } = answered.reply
      if (error !== undefined) throw new Error(error)
      return answered.overtaken || !tried ? undefined : { kind: 'run', ...tried }
    },
    stop: worker.stop,
  }
}

function changes(before: Files, after: Files): Pick<RunRequest, 'written' | 'deleted'> {
  const send = ([path, content]: readonly [string, FileContent]) => ({
    path,
    content: content.text ?? content.bytes,
  })
  return {
    written: [...after].filter(([path, content]) => before.get(path) !== content).map(send),
    deleted: [...before.keys()].filter((path) => !after.has(path)),
  }
}
