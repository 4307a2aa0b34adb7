import { manifestProblems } from '@/lib/build/manifest-problems'
import { promiseContent } from '@/lib/layout/assemble'
import type { Files } from '@/lib/promise/files'
import { checkPromise } from '@/lib/rules/check'
import type { Installed } from '@/lib/rules/rule'
import { documentsOf, serialise } from '@/lib/yaml/document'
import { type Analysis, type Analyst, toProblem } from './analysis'

/**
 * Reads promise.yaml and runs every rule: what takes too long for the main thread.
 * @param before what an update is compared with
 * @param documents false: who asks has read promise.yaml, and needs no documents of it
 */
export function analyse(files: Files, before?: Installed, documents = true): Analysis {
  const promise = documents ? promiseContent(files) : undefined
  return {
    documents: promise ? serialise(documentsOf(promise)) : [],
    problems: [
      ...checkPromise(files, undefined, before).map((found) => ({
        ...toProblem(found),
        byRule: true,
      })),
      ...manifestProblems(files).map(toProblem),
    ],
  }
}

/** An analyst on this thread: for tests and the command line. */
export const directAnalyst: Analyst = {
  analyse: async (files, before, documents) => analyse(files, before, documents),
  stop() {
    // nothing runs beside this thread
  },
}
