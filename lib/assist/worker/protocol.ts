import type { FileContent, Files } from '@/lib/promise/files'
import { askWorker, type WorkerPort } from '@/lib/worker/ask-worker'
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

/** The end of a worker that helps with texts. */
export type Port = WorkerPort<Reply, Question>

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

interface Asked extends Omit<Question, 'id' | 'written' | 'deleted'> {
  readonly files: Files
}

/** How many milliseconds an answer may take; who typed on by then has asked anew. */
const PATIENCE = 5000

/** An assistant in a worker. Completion and hover do not overtake each other. */
export function workerAssistant(open: () => Port, limit = PATIENCE): Assistant {
  let sent: ReadonlyMap<string, FileContent> = new Map()
  const worker = askWorker<Asked, Reply, Question>({
    open,
    limit,
    message: ({ files, ...question }, id, fresh) => {
      const before = fresh ? new Map<string, FileContent>() : sent
      sent = new Map([...files].filter(([path]) => /\.ya?ml$/.test(path)))
      return { id, ...changes(before, sent), ...question }
    },
    kindOf: ({ ask }) => ask,
  })

  async function ask(kind: Question['ask'], ...at: Parameters<Assistant['complete']>) {
    const [files, path, text, offset] = at
    const shown = files.get(path)?.text === text ? undefined : text
    const answered = await worker.ask({ files, ask: kind, path, text: shown, offset })
    if (answered?.kind === 'late') {
      throw new Error('Suggestions for this text took too long. Ask again.')
    }
    if (answered && answered.kind !== 'reply') {
      throw new Error(`There are no suggestions: ${answered.reason}.`)
    }
    if (answered?.reply.error !== undefined) throw new Error(answered.reply.error)
    return answered?.reply
  }

  return {
    complete: async (...at) => (await ask('complete', ...at))?.completions,
    hover: async (...at) => (await ask('hover', ...at))?.hover,
  }
}

function changes(
  before: ReadonlyMap<string, FileContent>,
  after: ReadonlyMap<string, FileContent>,
): Pick<Question, 'written' | 'deleted'> {
  return {
    written: [...after].flatMap(([path, content]) =>
      before.get(path) !== content && content.text !== null ? [{ path, text: content.text }] : [],
    ),
    deleted: [...before.keys()].filter((path) => !after.has(path)),
  }
}
