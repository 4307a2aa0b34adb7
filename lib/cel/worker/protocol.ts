import type { Schema } from '@/lib/schema/property'
import { askWorker, type WorkerPort } from '@/lib/worker/ask-worker'
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

/** The end of a worker that runs rules. */
export type Port = WorkerPort<Reply, Message>

export interface RuleRunner {
  /** `undefined` when a later question has overtaken this one. Rejects when our own code failed. */
  ask(question: Question): Promise<Answer | undefined>
  stop(): void
}

/** So long the rules may take, in milliseconds. */
const LIMIT = 2000

/** Runs rules in a worker, since the user's rules may take any time. */
export function ruleRunner(open: () => Port, limit = LIMIT): RuleRunner {
  const worker = askWorker<Question, Reply, Message>({
    open,
    limit,
    message: (question, id) => ({ id, question }),
  })
  return {
    async ask(question) {
      const answered = await worker.ask(question)
      if (answered?.kind === 'broken') throw new Error(answered.reason)
      if (answered?.kind === 'unavailable') return { kind: 'unavailable' }
      if (answered?.kind !== 'reply') return answered
      const { answer, error } = answered.reply
      if (!answer) throw new Error(error ?? 'The rules gave no answer.')
      return answer
    },
    stop: worker.stop,
  }
}
