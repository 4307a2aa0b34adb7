import { PROMISE_FILE } from '@/lib/promise/files'
import { documentsOf } from '@/lib/yaml/document'
import type { Rule } from './rule'

/** `promise.yaml` is YAML that the cluster reads. The settings have a rule of their own. */
export const yamlSyntax: Rule = {
  id: 'yaml-syntax',
  judges: 'files',
  check({ files, document }, report) {
    for (const { message, range, severity } of document?.problems ?? []) {
      report({ severity, message, at: document?.pathAt(range.from) ?? [], range })
    }
    const content = files.get(PROMISE_FILE)
    const others = content ? documentsOf(content).filter((one) => one !== document) : []
    for (const { problems } of others) {
      for (const { message, range, severity } of problems) {
        report({ severity, message, at: [], range })
      }
    }
  },
}
