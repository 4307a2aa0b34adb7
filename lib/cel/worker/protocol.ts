import type { Schema } from '@/lib/schema/property'
import type { RuleResult } from '../request/run-rules'
import type { RequestVerdict } from '../request/verdict'

/** What is asked of the other end: schemas and values as plain data. */
export type Question =
  | {
      readonly kind: 'rules'
      /** The schema whose rules run, and whether it is that of a whole resource. */
      readonly schema: Schema
      readonly root: boolean
      readonly value: unknown
      readonly old: unknown
    }
  | {
      readonly kind: 'request'
      /** The openAPIV3Schema of a version. */
      readonly schema: Schema
      readonly value: unknown
      readonly old: unknown
    }

export type Answer =
  | {
      readonly kind: 'rules'
      readonly verdict: RequestVerdict
      readonly results: readonly RuleResult[]
    }
  | { readonly kind: 'request'; readonly verdict: RequestVerdict }
  /** It took too long; the rules were stopped. */
  | { readonly kind: 'late' }
  /** The worker cannot be loaded: without a network, or of a site that has changed since. */
  | { readonly kind: 'unavailable' }

export interface Message {
  readonly id: number
  readonly question: Question
}

export interface Reply {
  readonly id: number
  readonly answer: Answer | undefined
  /** Set when our own code failed. */
  readonly error: string | undefined
}

/** The end of a worker that runs rules: `Worker`, or a fake in a test. */
export interface Port {
  postMessage(message: Message): void
  onReply(listener: (reply: Reply) => void): void
  /** Tells that the worker has not loaded, or broke: it answers nothing more. */
  onFailure(listener: (reason: string) => void): void
  terminate(): void
}

export interface RuleRunner {
  /** `undefined` when a later question has overtaken this one. Rejects when our own code failed. */
  ask(question: Question): Promise<Answer | undefined>
  stop(): void
}

/** So long a worker may take for an answer, in milliseconds. */
export const LIMIT = 2000

/** What a worker that has just been opened may take longer, in milliseconds: it has to be loaded. */
export const LOADING = 8000

interface Job {
  readonly question: Question
  readonly resolve: (answer: Answer | undefined) => void
  readonly reject: (error: Error) => void
}

/**
 * Runs rules in a worker, since the user's rules may take any time: a worker that has not answered
 * after `limit` milliseconds is stopped, and the next question has a new one, as after a worker that
 * could not be loaded. One question runs at a time; of those that come meanwhile only the latest
 * waits.
 */
export function ruleRunner(open: () => Port, limit = LIMIT): RuleRunner {
  let port: Port | undefined
  let id = 0
  let busy: (Job & { readonly timer: ReturnType<typeof setTimeout> }) | undefined
  let waiting: Job | undefined

  const close = (): void => {
    port?.terminate()
    port = undefined
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
  const start = (job: Job): void => {
    id += 1
    const patience = port ? limit : limit + LOADING
    port ??= connect()
    const timer = setTimeout(() => {
      close()
      finish(({ resolve }) => resolve({ kind: 'late' }))
    }, patience)
    busy = { ...job, timer }
    port.postMessage({ id, question: job.question })
  }
  const connect = (): Port => {
    const made = open()
    let loaded = false
    made.onReply((reply) => {
      loaded = true
      if (port !== made || reply.id !== id) return
      finish(({ resolve, reject }) => {
        if (reply.answer) resolve(reply.answer)
        else reject(new Error(reply.error ?? 'The rules gave no answer.'))
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
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        const job: Job = { question, resolve, reject }
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
