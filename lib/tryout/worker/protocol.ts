import type { FileContent, Files } from '@/lib/promise/files'
import type { Run, Surroundings } from '../types'

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
  readonly run: Run | undefined
  /** Set when our own code failed. */
  readonly error: string | undefined
}

/** The end of a worker that runs requests: `Worker`, or a fake in a test. */
export interface Port {
  postMessage(message: unknown): void
  onReply(listener: (reply: RunResponse) => void): void
  /** Tells that the worker has not loaded, or broke: it answers nothing more. */
  onFailure(listener: (reason: string) => void): void
  terminate(): void
}

export type RunAnswer =
  | { readonly kind: 'run'; readonly run: Run }
  /** It took too long and was stopped. */
  | { readonly kind: 'late' }
  /** The worker cannot be loaded: without a network, or of a site that has changed since. */
  | { readonly kind: 'unavailable' }

export interface Runner {
  /** `undefined` when a later question has overtaken this one. Rejects when our own code failed. */
  run(files: Files, object: unknown, surroundings: Surroundings): Promise<RunAnswer | undefined>
  stop(): void
}

/** So long a run may take, and so much longer the first one, which loads the worker (milliseconds). */
const LIMIT = 5000
const LOADING = 8000

interface Job {
  readonly files: Files
  readonly object: unknown
  readonly surroundings: Surroundings
  readonly resolve: (answer: RunAnswer | undefined) => void
  readonly reject: (error: Error) => void
}

/**
 * Runs requests in a worker: rules and templates are the user's, and may take any time. One runs at
 * a time; of those that come meanwhile only the latest waits, and what it replaces is not shown.
 */
export function workerRunner(open: () => Port, limit = LIMIT): Runner {
  let port: Port | undefined
  let sent: Files = new Map()
  let id = 0
  let busy: (Job & { readonly timer: ReturnType<typeof setTimeout> }) | undefined
  let waiting: Job | undefined

  const close = (): void => {
    port?.terminate()
    port = undefined
    sent = new Map()
  }
  const finish = (settle: (job: Job) => void): void => {
    const done = busy
    const next = waiting
    busy = undefined
    waiting = undefined
    if (done) {
      clearTimeout(done.timer)
      settle(done)
    }
    if (next) start(next)
  }
  const connect = (): Port => {
    const made = open()
    let loaded = false
    made.onReply((reply) => {
      loaded = true
      if (port !== made || reply.id !== id) return
      const overtaken = waiting !== undefined
      finish(({ resolve, reject }) => {
        if (reply.error !== undefined) reject(new Error(reply.error))
        else if (overtaken || !reply.run) resolve(undefined)
        else resolve({ kind: 'run', run: reply.run })
      })
    })
    made.onFailure((reason) => {
      if (port !== made) return
      close()
      finish(({ resolve, reject }) => {
        if (loaded) reject(new Error(reason))
        else resolve({ kind: 'unavailable' })
      })
    })
    return made
  }
  const start = (job: Job): void => {
    id += 1
    const patience = port ? limit : limit + LOADING
    port ??= connect()
    const timer = setTimeout(() => {
      close()
      finish(({ resolve }) => resolve({ kind: 'late' }))
    }, patience)
    busy = { ...job, timer }
    const request: RunRequest = { id, ...changes(sent, job.files), ...payload(job) }
    sent = job.files
    port.postMessage(request)
  }
  return {
    run: (files, object, surroundings) =>
      new Promise((resolve, reject) => {
        const job: Job = { files, object, surroundings, resolve, reject }
        if (!busy) return start(job)
        waiting?.resolve(undefined)
        waiting = job
      }),
    stop: () => {
      waiting?.resolve(undefined)
      waiting = undefined
      close()
      finish(({ resolve }) => resolve(undefined))
    },
  }
}

function payload({ object, surroundings }: Job) {
  return { object, surroundings }
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
