import type { FileContent, Files } from '@/lib/promise/files'
import type { Installed } from '@/lib/rules/rule'
import type { Analysis, Analyst } from '../analysis'

/** Asks for the analysis of a state: what changed since the last request. */
export interface Request {
  readonly id: number
  readonly written: Sent
  readonly deleted: readonly string[]
  /** What an update is compared with: absent when that has not changed, no files when there is none. */
  readonly before?: { readonly files: Sent | undefined; readonly called?: string | undefined }
  /** Whether the answer is to hold the documents of promise.yaml. */
  readonly documents: boolean
}

type Sent = readonly { readonly path: string; readonly content: string | Uint8Array }[]

export interface Response {
  readonly id: number
  readonly analysis: Analysis | undefined
  /** Set when our own code failed. */
  readonly error: string | undefined
}

/** The end of a worker that speaks the protocol: `Worker`, or a fake in a test. */
export interface Port {
  postMessage(request: Request): void
  onResponse(listener: (response: Response) => void): void
  terminate(): void
}

/**
 * An analyst in a worker. Sends only the files that changed; while one analysis runs only the
 * latest of the later requests waits, the ones between are answered with `undefined`.
 */
export function workerAnalyst(port: Port): Analyst {
  let sent: Files = new Map()
  let sentBefore: Installed | undefined
  let id = 0
  let busy: Job | undefined
  let waiting: Job | undefined

  const start = (job: Job): void => {
    busy = job
    id += 1
    const written = toSend([...job.files].filter(([path, content]) => sent.get(path) !== content))
    const deleted = [...sent.keys()].filter((path) => !job.files.has(path))
    sent = job.files
    const before = job.before === sentBefore ? {} : { before: toSendBefore(job.before) }
    sentBefore = job.before
    port.postMessage({ id, written, deleted, ...before, documents: job.documents })
  }
  port.onResponse((response) => {
    if (response.id !== id || !busy) return
    const done = busy
    busy = undefined
    if (waiting) {
      const next = waiting
      waiting = undefined
      done.resolve(undefined)
      start(next)
    } else if (response.analysis) done.resolve(response.analysis)
    else done.reject(new Error(response.error ?? 'The worker gave no analysis.'))
  })

  return {
    analyse: (files, before, documents = true) =>
      new Promise((resolve, reject) => {
        const job: Job = { files, before, documents, resolve, reject }
        if (!busy) return start(job)
        waiting?.resolve(undefined)
        waiting = job
      }),
    stop: () => port.terminate(),
  }
}

const toSend = (files: readonly (readonly [string, FileContent])[]): Sent =>
  files.map(([path, content]) => ({ path, content: content.text ?? content.bytes }))

const toSendBefore = (before: Installed | undefined): Request['before'] & {} => ({
  files: before && toSend([...before.files]),
  called: before?.called,
})

interface Job {
  readonly files: Files
  readonly before: Installed | undefined
  readonly documents: boolean
  readonly resolve: (analysis: Analysis | undefined) => void
  readonly reject: (error: Error) => void
}
