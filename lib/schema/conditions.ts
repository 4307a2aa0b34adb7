import { isRecord } from '@/lib/promise/path'
import type { Parsed } from './parse-default'
import { readYaml } from './value-text'
import { LOGIC_LISTS } from './walk'

export type LogicKeyword = (typeof LOGIC_LISTS)[number] | 'not'

/**
 * The value of `oneOf`, `anyOf`, `allOf` (a list of schemas) or `not` (one schema) that a text
 * means, as YAML. A keyword without a value is refused: so reads one that is still being typed.
 * Otherwise one sentence says why not.
 */
export function readConditions(text: string, keyword: LogicKeyword): Parsed {
  const read = readYaml(text)
  if (!read.ok || read.value === null || read.value === undefined) return read
  if (keyword === 'not' && !isRecord(read.value)) {
    return { ok: false, reason: 'Write one condition, such as "required: [a]".' }
  }
  if (keyword !== 'not' && !(Array.isArray(read.value) && read.value.every(isRecord))) {
    return { ok: false, reason: 'Write a list of conditions: begin each with "- ".' }
  }
  const empty = withoutValue({ [keyword]: read.value })
  return empty === undefined ? read : { ok: false, reason: `Write a value after "${empty}:".` }
}

/** Keywords whose value is a schema, a list of them, or a map of them by name. */
const HOLDERS: readonly string[] = ['not', 'items', 'additionalProperties', ...LOGIC_LISTS]
const MAPS: readonly string[] = ['properties']
/** Keywords that hold values of the user's, among which null is one. */
const VALUES: readonly string[] = ['enum', 'default', 'example']

/** The first keyword, or property, that has nothing behind its colon; in lists also an item. */
function withoutValue(schema: object): string | undefined {
  for (const [keyword, value] of Object.entries(schema)) {
    if (value === null) return keyword
    if (VALUES.includes(keyword)) continue
    if (Array.isArray(value) && value.includes(null)) return keyword
    const below = MAPS.includes(keyword) ? Object.entries(Object(value)) : [[keyword, value]]
    for (const [name, held] of below) {
      if (held === null) return name
      if (!HOLDERS.includes(keyword) && !MAPS.includes(keyword)) continue
      for (const one of Array.isArray(held) ? held : [held]) {
        const found = isRecord(one) ? withoutValue(one) : undefined
        if (found !== undefined) return found
      }
    }
  }
  return undefined
}
