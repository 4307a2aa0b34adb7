import { isRecord, valueAt } from '@/lib/promise/path'
import { jsonText } from './json-text'
import type { Schema } from './property'
import { shapeOf } from './shape'

/** They say what the type is, which the user has just chosen. */
const OF_THE_TYPE = new Set([
  'type',
  'items',
  'additionalProperties',
  'x-kubernetes-int-or-string',
  'x-kubernetes-embedded-resource',
  'x-kubernetes-preserve-unknown-fields',
])
/** The same said of a list and of a map. */
const SAME: ReadonlyMap<string, string> = new Map([
  ['minItems', 'minProperties'],
  ['maxItems', 'maxProperties'],
])

/**
 * What a schema said and says no more, in words to be listed: `pattern`, `2 properties`,
 * `the value "large"`. Lists and maps count with what they hold, wherever a keyword stands now.
 */
export function droppedKeywords(before: Schema, after: Schema): readonly string[] {
  const [was, is] = [said(before), said(after)]
  return [...was].flatMap(([keyword, value]) => {
    const now = is.get(keyword)
    if (keyword === 'enum' && Array.isArray(value) && Array.isArray(now)) {
      return value.filter((one) => !now.includes(one)).map((one) => `the value ${jsonText(one)}`)
    }
    if (now !== undefined || keyword === 'required') return []
    if (keyword !== 'properties') return [keyword.replace(/^x-kubernetes-/, '')]
    const count = isRecord(value) ? Object.keys(value).length : 0
    return count === 0 ? [] : [count === 1 ? 'its property' : `its ${count} properties`]
  })
}

function said(schema: Schema): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>()
  const { element } = shapeOf(schema)
  for (let depth = 0; depth <= element.path.length; depth++) {
    const here = valueAt(schema, element.path.slice(0, depth))
    for (const [keyword, value] of Object.entries(isRecord(here) ? here : {})) {
      if (!OF_THE_TYPE.has(keyword)) found.set(SAME.get(keyword) ?? keyword, value)
    }
  }
  return found
}
