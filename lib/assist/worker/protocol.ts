import { LOADING } from '@/lib/cel/worker/protocol'
import type { Files } from '@/lib/promise/files'
import type { Completions } from '../complete'
import type { HoverText } from '../hover'

/** Asks about a place of a text, with the YAML files that changed since the last question. */
export interface Question {
  readonly id: number
  readonly written: readonly { readonly path: string; readonly text: string }[]
  readonly deleted: readonly string[]
  readonly ask: 'complete' | 'hover'
  readonly path: string
  /** The text as it is shown; `undefined` when it is that of the file. */
  readonly text: string | undefined
  readonly offset: number
}

export interface Reply {
  readonly id: number
  readonly completions?: Completions | undefined
  readonly hover?: HoverText | undefined
  /** Set when our own code failed. */
  readonly error?: string
}

/** The end of a worker that answers questions: `Worker`, or a fake in a test. */
export interface Port {
  postMessage(question: Question): void
  onReply(listener: (reply: Reply) => void): void
  /** Tells that the worker has not loaded, or broke: it answers nothing more. */
  onFailure(listener: (reason: string) => void): void
  terminate(): void
}

/**
 * What is asked about a text. `undefined`: nothing is known, or a newer question came. Rejects when
 * the worker cannot be loaded, takes too long, or our own code failed.
 */
export interface Assistant {
  complete(
    files: Files,
    path: string,
    text: string,
    offset: number,
  ): Promise<Completions | undefined>
  hover(files: Files, path: string, text: string, offset: number): Promise<HoverText | undefined>
}

interface Asked {
  readonly question: Omit<Question, 'id' | 'written' | 'deleted'>
  readonly files: Files
  readonly resolve: (reply: Reply) => void
  readonly reject: (error: Error) => void
}

/** How many milliseconds an answer may take; who typed on by then has asked anew. */
const PATIENCE = 5000

/**
 * An assistant in a worker. One question runs at a time; of those that wait only the latest of each
 * kind is kept, the others are answered with nothing. A worker that fails, or has not answered after
 * `limit` milliseconds, is stopped, and the next question has a new one.
 */
export function workerAssistant(open: () => Port, limit = PATIENCE): Assistant {
  let port: Port | undefined
  let sent: ReadonlyMap<string, unknown> = new Map()
  let id = 0
  let busy: (Asked & { readonly timer: ReturnType<typeof setTimeout> }) | undefined
  const waiting = new Map<Question['ask'], Asked>()

  const start = (asked: Asked): void => {
    id += 1
    const patience = port ? limit : limit + LOADING
    port ??= connect()
    const timer = setTimeout(
      () => fail('Suggestions for this text took too long. Ask again.'),
      patience,
    )
    busy = { ...asked, timer }
    const yaml = [...asked.files].filter(([path]) => /\.ya?ml$/.test(path))
    const written = yaml
      .filter(([path, content]) => sent.get(path) !== content && content.text !== null)
      .map(([path, content]) => ({ path, text: content.text ?? '' }))
    const now = new Map(yaml)
    const deleted = [...sent.keys()].filter((path) => !now.has(path))
    sent = now
    port.postMessage({ id, written, deleted, ...asked.question })
  }
  const finish = (settle: (asked: Asked) => void): void => {
    const done = busy
    busy = undefined
    if (done) clearTimeout(done.timer)
    const [next] = waiting.values()
    if (next) {
      waiting.delete(next.question.ask)
      start(next)
    }
    if (done) settle(done)
  }
  const fail = (reason: string): void => {
    port?.terminate()
    port = undefined
    // The next worker knows no files yet.
    sent = new Map()
    finish(({ reject }) => reject(new Error(reason)))
  }
  const connect = (): Port => {
    const made = open()
    made.onReply((reply) => {
      if (port !== made || reply.id !== id) return
      finish(({ resolve, reject }) => {
        if (reply.error === undefined) resolve(reply)
        else reject(new Error(reply.error))
      })
    })
    made.onFailure((reason) => {
      if (port === made) fail(`There are no suggestions: ${reason}.`)
    })
    return made
  }

  const ask = (kind: Question['ask'], files: Files, path: string, text: string, offset: number) =>
    new Promise<Reply>((resolve, reject) => {
      const shown = files.get(path)?.text === text ? undefined : text
      const question = { ask: kind, path, text: shown, offset }
      const asked: Asked = { question, files, resolve, reject }
      if (!busy) return start(asked)
      waiting.get(kind)?.resolve({ id: 0 })
      waiting.set(kind, asked)
    })

  return {
    complete: async (...of) => (await ask('complete', ...of)).completions,
    hover: async (...of) => (await ask('hover', ...of)).hover,
  }
}
