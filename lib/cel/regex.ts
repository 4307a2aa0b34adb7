import { RE2JS, RE2JSException } from 're2js'
import { readRe2 } from '@/lib/schema/re2'
import { EvaluationFault } from './values/value'

const compiled = new Map<string, RE2JS>()

/**
 * Go's RE2, in time that grows with the text alone.
 * @throws EvaluationFault for a pattern that does not compile
 */
export function regex(pattern: string): RE2JS {
  const known = compiled.get(pattern)
  if (known) return known
  if (compiled.size > 500) compiled.clear()
  try {
    const made = RE2JS.compile(pattern)
    compiled.set(pattern, made)
    return made
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error
    throw new EvaluationFault(`error parsing regexp: ${error.message}`)
  }
}

/** Whether the cluster compiles a pattern: `undefined` where that is not certain. */
export function isRegex(pattern: string): boolean | undefined {
  return readRe2(pattern).ok
}
