import { readSettings } from '@/lib/commands/settings'
import type { Diagnostic, Severity } from '@/lib/diagnostics/diagnostic'
import { type Files, PROMISE_FILE } from '@/lib/promise/files'
import { readPromise } from '@/lib/promise/read'
import { promiseDocument } from '@/lib/yaml/document'
import { RULES } from './index'
import type { Rule, RuleContext } from './rule'

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/** What `rules` say about a repository: errors first, each kind in the order of the rules. */
export function checkPromise(files: Files, rules: readonly Rule[] = RULES): Diagnostic[] {
  const context = ruleContext(files)
  const readable = context.document !== undefined && !context.document.broken
  const found: Diagnostic[] = []
  for (const rule of rules) {
    if (rule.judges !== 'files' && !readable) continue
    rule.check(context, ({ severity, message, at, file = PROMISE_FILE, range, fix }) => {
      found.push({ code: rule.id, severity, message, place: { file, path: at }, range, fix })
    })
  }
  return found.sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity])
}

/** What the rules are given for `files`. */
export function ruleContext(files: Files): RuleContext {
  const content = files.get(PROMISE_FILE)
  const document = content && content.text !== null ? promiseDocument(content) : undefined
  const value = document?.value()
  return {
    files,
    document,
    value,
    promise: readPromise(value),
    settings: readSettings(files).settings,
  }
}
