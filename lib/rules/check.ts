import { readSettings } from '@/lib/commands/settings'
import type { Diagnostic, Severity } from '@/lib/diagnostics/diagnostic'
import { assemble } from '@/lib/layout/assemble'
import { type FileContent, type Files, PROMISE_FILE, SETTINGS_FILE } from '@/lib/promise/files'
import { readPromise } from '@/lib/promise/read'
import { promiseDocument } from '@/lib/yaml/document'
import { RULES } from './index'
import { nameVersion } from './name-version'
import type { Before, Installed, Rule, RuleContext } from './rule'

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/**
 * What `rules` say about a repository: errors first, each kind in the order of the rules. Of a split
 * one the findings have their places in the assembled `promise.yaml`; `toReal` leads to the parts.
 * @param before what is installed, whole or as its {@link baselineOf}
 */
export function checkPromise(
  files: Files,
  rules: readonly Rule[] = RULES,
  before?: Installed,
): Diagnostic[] {
  return judge(ruleContext(files, before), rules)
}

/** What the rules of `ids` say of a repository; `undefined` when one of them is no rule. */
export function checkRules(
  files: Files,
  ids: readonly string[],
  before?: Installed,
): Diagnostic[] | undefined {
  const rules = RULES.filter(({ id }) => ids.includes(id))
  return rules.length === ids.length ? checkPromise(files, rules, before) : undefined
}

/** The same of what was read already. */
export function judge(context: RuleContext, rules: readonly Rule[] = RULES): Diagnostic[] {
  const readable = context.document !== undefined && !context.document.broken
  const found: Diagnostic[] = []
  for (const rule of rules) {
    if (rule.judges !== 'files' && !readable) continue
    const compared = isOnUpdates(rule.id) ? comparedWith(context.before) : ''
    rule.check(context, ({ at, file = PROMISE_FILE, ...finding }) => {
      const message =
        file === PROMISE_FILE
          ? nameVersion(finding.message, at, context.promise.api)
          : finding.message
      const place = { file, path: at }
      found.push({ code: rule.id, ...finding, message: `${message}${compared}`, place })
    })
  }
  return found.sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity])
}

/** True for the code of a rule that names what cannot be judged here: it may be valid or not. */
export function isNotJudged(code: string): boolean {
  return code.endsWith('-not-judged')
}

/** True for the code of a rule on what an update may do to what is installed. */
function isOnUpdates(code: string): boolean {
  return code.startsWith('update-')
}

/** A sentence on what an update was compared with, where that has a name. */
function comparedWith(before: Before | undefined): string {
  return before?.called ? ` Compared with ${before.called}.` : ''
}

/** What the rules are given for `repository`, split or flat; `before` is as it is installed. */
export function ruleContext(repository: Files, before?: Installed): RuleContext {
  const files = assemble(repository)
  const found = before && installable(before.files)
  return { files, ...reading(files), before: found && { ...found, called: before.called } }
}

const known = new WeakMap<FileContent, Before | null>()

/** What was installed; `undefined` for what cannot have been, since it is refused. */
function installable(repository: Files): Before | undefined {
  const files = assemble(repository)
  const content = files.get(PROMISE_FILE)
  if (!content) return undefined
  const hit = known.get(content)
  if (hit !== undefined) return hit ?? undefined
  const found = reading(files)
  const readable = found.document && !found.document.broken
  const refused = ({ severity, place }: Diagnostic) =>
    severity === 'error' && place.file === PROMISE_FILE
  const good = readable && !judge({ files, ...found, before: undefined }).some(refused)
  known.set(content, good ? found : null)
  return good ? found : undefined
}

/** Of a repository what the rules compare with: its Promise in one file, and its settings. */
export function baselineOf(repository: Files): Files {
  const files = assemble(repository)
  return new Map([...files].filter(([path]) => path === PROMISE_FILE || path === SETTINGS_FILE))
}

function reading(files: Files) {
  const content = files.get(PROMISE_FILE)
  const document = content && content.text !== null ? promiseDocument(content) : undefined
  const value = document?.value()
  return { document, value, promise: readPromise(value), settings: readSettings(files).settings }
}
