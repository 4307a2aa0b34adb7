import { readSettings } from '@/lib/commands/settings'
import type { Diagnostic, Severity } from '@/lib/diagnostics/diagnostic'
import { assemble } from '@/lib/layout/assemble'
import { type Files, PROMISE_FILE } from '@/lib/promise/files'
import { readPromise } from '@/lib/promise/read'
import { promiseDocument } from '@/lib/yaml/document'
import { RULES } from './index'
import type { Rule, RuleContext } from './rule'

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/**
 * What `rules` say about a repository: errors first, each kind in the order of the rules. Of a split
 * one the findings have their places in the assembled `promise.yaml`; `toReal` leads to the parts.
 */
export function checkPromise(files: Files, rules: readonly Rule[] = RULES): Diagnostic[] {
  return judge(ruleContext(files), rules)
}

/** The same of what was read already. */
export function judge(context: RuleContext, rules: readonly Rule[] = RULES): Diagnostic[] {
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

/** True for the code of a rule that names what cannot be judged here: it may be valid or not. */
export function isNotJudged(code: string): boolean {
  return code.endsWith('-not-judged')
}

/** What the rules are given for `repository`, split or flat. */
export function ruleContext(repository: Files): RuleContext {
  const files = assemble(repository)
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
