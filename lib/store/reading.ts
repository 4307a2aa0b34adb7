import { promiseContent } from '@/lib/layout/assemble'
import type { Files } from '@/lib/promise/files'
import { readPromise } from '@/lib/promise/read'
import type { PromiseView } from '@/lib/promise/view'
import { promiseDocument, type YamlDocument, type YamlProblem } from '@/lib/yaml/document'

/** What the forms show of promise.yaml. */
export interface Reading {
  readonly view: PromiseView
  /** The document behind `view`, with its ranges; `undefined` without a promise.yaml. */
  readonly document: YamlDocument | undefined
  /** The text is broken: `view` is the last good reading, `problems` says why. */
  readonly stale: boolean
  readonly problems: readonly YamlProblem[]
}

export const emptyReading: Reading = {
  view: readPromise(undefined),
  document: undefined,
  stale: false,
  problems: [],
}

/** The reading of `files` now; broken text keeps the view of `before`, marked stale. */
export function read(files: Files, before: Reading): Reading {
  const content = promiseContent(files)
  const document = content && promiseDocument(content)
  if (!document) return { ...emptyReading, stale: content !== undefined }
  if (document.broken) return { ...before, stale: true, problems: document.problems }
  return {
    view: readPromise(document.value()),
    document,
    stale: false,
    problems: document.problems,
  }
}
