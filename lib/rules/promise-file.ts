import { PROMISE_FILE } from '@/lib/promise/files'
import type { Rule } from './rule'

/** The repository holds a `promise.yaml` that is text. */
export const promiseFile: Rule = {
  id: 'promise-file',
  judges: 'files',
  check({ files, document }, report) {
    if (document) return
    const why = files.has(PROMISE_FILE) ? 'is not UTF-8 text' : 'is missing'
    report({ severity: 'error', message: `The file ${PROMISE_FILE} ${why}.`, at: [] })
  },
}
