import { isNumber } from '@/lib/schema/misfit'
import { keywordError, schemaRule } from './schema-rule'
import { nameOf } from './schema-types'

const PAIRS: readonly (readonly [low: string, high: string])[] = [
  ['minimum', 'maximum'],
  ['minLength', 'maxLength'],
  ['minItems', 'maxItems'],
  ['minProperties', 'maxProperties'],
]

/** Which types a keyword says something about. */
const OF: Readonly<Record<string, readonly string[]>> = {
  minimum: ['integer', 'number'],
  maximum: ['integer', 'number'],
  multipleOf: ['integer', 'number'],
  minLength: ['string'],
  maxLength: ['string'],
  pattern: ['string'],
  minItems: ['array'],
  maxItems: ['array'],
  minProperties: ['object'],
  maxProperties: ['object'],
}

/** kratix.md 102: accepted, and yet no value fits, or the keyword says nothing of this type. */
export const schemaBounds = schemaRule('schema-bounds', (node, report) => {
  const { schema } = node
  const warn = (keyword: string, message: string) =>
    report({ ...keywordError(node, keyword, message), severity: 'warning' })
  for (const [low, high] of PAIRS) {
    const from = schema[low]
    const to = schema[high]
    if (!isNumber(from) || !isNumber(to)) continue
    const open =
      low === 'minimum' && (schema.exclusiveMinimum === true || schema.exclusiveMaximum === true)
    if (from < to || (from === to && !open)) continue
    warn(high, `${nameOf(node)} has the ${low} ${from} and the ${high} ${to}, so no value fits.`)
  }
  const { multipleOf, type } = schema
  if (isNumber(multipleOf) && multipleOf <= 0) {
    warn(
      'multipleOf',
      `${nameOf(node)} has the multipleOf ${multipleOf}, which must be positive, so no value fits.`,
    )
  }
  for (const [keyword, types] of Object.entries(OF)) {
    if (schema[keyword] === undefined || schema[keyword] === null) continue
    if (typeof type !== 'string' || type === '' || types.includes(type)) continue
    warn(
      keyword,
      `"${keyword}" says nothing of the type ${type}: it is for ${types.join(' and ')}.`,
    )
  }
})
