import { PROMISE_FILE } from '@/lib/promise/files'
import { upperFirst } from '@/lib/promise/upper-first'
import { documentsOf } from '@/lib/yaml/document'
import type { Rule } from './rule'

/** `promise.yaml` is YAML that the cluster reads. The settings have a rule of their own. */
export const yamlSyntax: Rule = {
  id: 'yaml-syntax',
  judges: 'files',
  check({ files, document }, report) {
    const content = files.get(PROMISE_FILE)
    for (const one of content ? documentsOf(content) : []) {
      for (const { message, range, severity } of one.problems) {
        // The places of another document of the file are not those of the Promise.
        const at = one === document ? one.pathAt(range.from) : []
        report({ severity, message: sentence(message), at, range })
      }
    }
  },
}

function sentence(message: string): string {
  const ended = /[.!?]$/.test(message) ? message : `${message}.`
  return upperFirst(ended)
}
