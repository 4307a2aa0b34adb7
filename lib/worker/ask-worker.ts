/** The end of a worker that answers questions: one of the browser, or a fake in a test. */
export interface WorkerPort<Reply, Message = unknown> {
  postMessage(message: Message): void
  onReply(listener: (reply: Reply) => void): void
  /** Tells that the worker has not loaded, or broke: it answers nothing more. */
  onFailure(listener: (reason: string) => void): void
  terminate(): void
}

/** What became of a question. */
export type Answered<Reply> =
  /** `overtaken`: a later question waits already. */
  | { readonly kind: 'reply'; readonly reply: Reply; readonly overtaken: boolean }
  /** It took too long; the worker was stopped. */
  | { readonly kind: 'late' }
  /** The worker cannot be loaded: without a network, or of a site that has changed since. */
  | { readonly kind: 'unavailable'; readonly reason: string }
  /** The worker had answered before, and broke. */
  | { readonly kind: 'broken'; readonly reason: string }

export interface WorkerQuestions<Question, Reply, Message> {
  readonly open: () => WorkerPort<Reply, Message>
  /** So long a worker may take for an answer, in milliseconds. */
  readonly limit: number
  /** What is sent for a question. `fresh`: to a worker that has heard nothing yet. */
  readonly message: (question: Question, id: number, fresh: boolean) => Message
  /** Questions of different kinds do not overtake each other; without it all are of one kind. */
  readonly kindOf?: (question: Question) => string
}

export interface WorkerAsker<Question, Reply> {
  /** `undefined` when a later question took its place before it was asked, or all was stopped. */
  ask(question: Question): Promise<Answered<Reply> | undefined>
  stop(): void
}

/** What a worker that has just been opened may take longer, in milliseconds: it has to be loaded. */
const LOADING = 8000

interface Job<Question, Reply> {
  readonly question: Question
  readonly resolve: (answered: Answered<Reply> | undefined) => void
}

/**
 * Asks a worker that opens with the first question. One question runs at a time; of those of a kind
 * that come meanwhile only the latest waits. A worker that fails, or has not answered in time, is
 * stopped, and the next question has a new one.
 */
export function askWorker<Question, Reply extends { readonly id: number }, Message>({
  open,
  limit,
  message,
  kindOf = () => '',
}: WorkerQuestions<Question, Reply, Message>): WorkerAsker<Question, Reply> {
  let port: WorkerPort<Reply, Message> | undefined
  let id = 0
  let busy: (Job<Question, Reply> & { readonly timer: ReturnType<typeof setTimeout> }) | undefined
  const waiting = new Map<string, Job<Question, Reply>>()

  const close = (): void => {
    port?.terminate()
    port = undefined
  }
  const finish = (answered: Answered<Reply> | undefined): void => {
    const done = busy
    busy = undefined
    if (done) {
      clearTimeout(done.timer)
      done.resolve(answered)
    }
    const [next] = waiting
    if (!next) return
    waiting.delete(next[0])
    start(next[1])
  }
  const give = (answered: Answered<Reply>): void => {
    close()
    finish(answered)
  }
  const connect = (): WorkerPort<Reply, Message> => {
    const made = open()
    let loaded = false
    made.onReply((reply) => {
      loaded = true
      if (port === made && reply.id === id) {
        finish({ kind: 'reply', reply, overtaken: waiting.size > 0 })
      }
    })
    made.onFailure((reason) => {
      if (port === made) give({ kind: loaded ? 'broken' : 'unavailable', reason })
    })
    return made
  }
  const start = (job: Job<Question, Reply>): void => {
    id += 1
    const fresh = port === undefined
    port ??= connect()
    const timer = setTimeout(() => give({ kind: 'late' }), fresh ? limit + LOADING : limit)
    busy = { ...job, timer }
    port.postMessage(message(job.question, id, fresh))
  }
  return {
    ask: (question) =>
      new Promise((resolve) => {
        const job = { question, resolve }
        if (!busy) return start(job)
        const kind = kindOf(question)
        waiting.get(kind)?.resolve(undefined)
        waiting.set(kind, job)
      }),
    stop: () => {
      for (const { resolve } of waiting.values()) resolve(undefined)
      waiting.clear()
      close()
      finish(undefined)
    },
  }
}
