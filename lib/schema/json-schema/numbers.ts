import { isInteger, isNumber } from '../misfit'
import type { Schema } from '../property'

export interface NumberBounds {
  readonly keywords: Schema
  readonly note?: string
}

interface Bound {
  readonly value: number
  readonly exclusive: boolean
}

/**
 * Bounds as OpenAPI 3.0 has them: exclusive ones are a boolean beside `minimum` and `maximum`. Those
 * of an integer are integers, as the API server demands when it compares.
 */
export function numberBounds(given: Schema, type: 'integer' | 'number'): NumberBounds {
  const low = bound(given.minimum, given.exclusiveMinimum, 1)
  const high = bound(given.maximum, given.exclusiveMaximum, -1)
  const keywords: Record<string, unknown> = {}
  let note: string | undefined
  const put = (
    found: Bound | undefined,
    keyword: 'Minimum' | 'Maximum',
    direction: 1 | -1,
  ): void => {
    if (!found) return
    const { value, exclusive } = type === 'integer' ? whole(found, direction) : found
    if (type === 'integer' && !Number.isSafeInteger(value)) {
      note = 'A bound that is no integer of 53 bits is left out.'
      return
    }
    keywords[keyword.toLowerCase()] = value
    if (exclusive) keywords[`exclusive${keyword}`] = true
  }
  put(low, 'Minimum', 1)
  put(high, 'Maximum', -1)
  const { multipleOf } = given
  if (isNumber(multipleOf)) {
    if (Number(multipleOf) > 0 && (type === 'number' || isInteger(multipleOf))) {
      keywords.multipleOf = multipleOf
    } else
      note = `"multipleOf: ${multipleOf}" is left out: it must be ${type === 'integer' ? 'an integer ' : ''}above 0.`
  }
  return note === undefined ? { keywords } : { keywords, note }
}

/** The stricter of both spellings; `direction` is 1 for a lower bound. */
function bound(plain: unknown, exclusive: unknown, direction: 1 | -1): Bound | undefined {
  const inclusive = isNumber(plain)
    ? { value: Number(plain), exclusive: exclusive === true }
    : undefined
  if (!isNumber(exclusive)) return inclusive
  const own = { value: Number(exclusive), exclusive: true }
  if (!inclusive) return own
  return (own.value - inclusive.value) * direction >= 0 ? own : inclusive
}

function whole({ value, exclusive }: Bound, direction: 1 | -1): Bound {
  if (Number.isInteger(value)) return { value, exclusive }
  return { value: direction === 1 ? Math.ceil(value) : Math.floor(value), exclusive: false }
}
