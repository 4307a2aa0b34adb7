import { RE2JS, RE2JSException } from 're2js'

/** What a pattern finds in a text, in UTF-16 offsets. */
export type Found =
  | {
      readonly ok: true
      readonly range: { readonly from: number; readonly to: number } | undefined
    }
  | { readonly ok: false; readonly reason: string }

/**
 * Looks for `pattern` anywhere in `text` as the cluster does (RE2, in linear time). Heavy: to be
 * loaded when it is needed.
 */
export function findRe2(pattern: string, text: string): Found {
  try {
    const matcher = compiled(pattern).matcher(text)
    if (!matcher.find()) return { ok: true, range: undefined }
    return { ok: true, range: { from: matcher.start(), to: matcher.end() } }
  } catch (error) {
    if (error instanceof RE2JSException) return { ok: false, reason: error.message }
    throw error
  }
}

let last: { readonly pattern: string; readonly compiled: RE2JS } | undefined

/** One pattern is tried on many texts. */
function compiled(pattern: string): RE2JS {
  if (last?.pattern !== pattern) last = { pattern, compiled: RE2JS.compile(pattern) }
  return last.compiled
}
