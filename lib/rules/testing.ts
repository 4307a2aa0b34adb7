import type { Diagnostic } from '@/lib/diagnostics/diagnostic'
import { FileContent, type Files, PROMISE_FILE } from '@/lib/promise/files'
import { displayPath } from '@/lib/promise/path'
import { checkPromise } from './check'
import type { Rule } from './rule'

/** A repository from texts; for tests of rules and commands. */
export function filesOf(texts: Readonly<Record<string, string>>): Files {
  return new Map(Object.entries(texts).map(([path, text]) => [path, FileContent.fromText(text)]))
}

/** What `rule` finds in a `promise.yaml` (or in a repository). */
export function findings(
  rule: Rule,
  promise: string | Readonly<Record<string, string>>,
): Diagnostic[] {
  const texts = typeof promise === 'string' ? { [PROMISE_FILE]: promise } : promise
  return checkPromise(filesOf(texts), [rule])
}

/** Each finding as one line: `error spec.api.spec.group: The group …`. */
export function report(rule: Rule, promise: string | Readonly<Record<string, string>>): string[] {
  return findings(rule, promise).map(
    ({ severity, place, message }) => `${severity} ${displayPath(place.path)}: ${message}`,
  )
}
