import { OPEN } from '../open-schema'
import type { Schema } from '../property'
import { readRe2 } from '../re2'
import { arrayBody, objectBody } from './collections'
import { enumOf } from './enums'
import {
  ARRAY_BOUNDS,
  KEPT_EXTENSIONS,
  LOST_CONDITIONS,
  OBJECT_BOUNDS,
  SILENT,
  STRING_BOUNDS,
} from './keywords'
import { type NumberBounds, numberBounds } from './numbers'
import type { Conversion, Report } from './report'
import { type StructuralType, typeOf } from './types'
import { withValues } from './values'

/** A schema without `$ref`, and whose choices are settled. */
export function plainSchema(
  given: Schema,
  conditions: Schema,
  at: readonly string[],
  conversion: Conversion,
): Schema {
  const { report } = conversion
  const { type, nullable, note } = typeOf(given)
  if (note) report.say(at, note)
  sayLost(given, at, report)
  const head: Record<string, unknown> = {}
  if (typeof given.title === 'string') head.title = given.title
  if (typeof given.description === 'string') head.description = given.description
  if (nullable) head.nullable = true
  const body = bodyOf(given, conditions, type, at, conversion)
  const typed = type === 'any' || type === 'int-or-string' ? {} : { type }
  const schema: Schema = { ...typed, ...head, ...body }
  return withValues(schema, given, at, report)
}

function bodyOf(
  given: Schema,
  choice: Schema,
  type: StructuralType,
  at: readonly string[],
  conversion: Conversion,
): Schema {
  const { report } = conversion
  const extensions = pick(given, KEPT_EXTENSIONS)
  const values = enumOf(given, type, (message) => report.say(at, message))
  switch (type) {
    case 'any':
      return { ...OPEN, ...pick(extensions, ['x-kubernetes-validations']) }
    case 'int-or-string':
      return {
        'x-kubernetes-int-or-string': true,
        ...values,
        ...patternOf(given, at, report),
        ...pick(extensions, ['x-kubernetes-validations']),
      }
    case 'string':
      return {
        ...formatOf(given),
        ...values,
        ...counts(given, STRING_BOUNDS),
        ...patternOf(given, at, report),
        ...choice,
        ...extensions,
      }
    case 'integer':
    case 'number': {
      const bounds: NumberBounds = numberBounds(given, type)
      if (bounds.note) report.say(at, bounds.note)
      return { ...formatOf(given), ...values, ...bounds.keywords, ...choice, ...extensions }
    }
    case 'boolean':
      return { ...values, ...choice, ...extensions }
    case 'array':
      return {
        ...counts(given, ARRAY_BOUNDS),
        ...choice,
        ...arrayBody(given, at, extensions, conversion),
      }
    case 'object':
      return {
        ...counts(given, OBJECT_BOUNDS),
        ...choice,
        ...extensions,
        ...objectBody(given, at, conversion),
      }
  }
}

function formatOf({ format }: Schema): Schema {
  return typeof format === 'string' && format !== '' ? { format } : {}
}

function patternOf({ pattern }: Schema, at: readonly string[], report: Report): Schema {
  if (typeof pattern !== 'string' || pattern === '') return {}
  const read = readRe2(pattern)
  if (read.ok !== false) return { pattern }
  report.say(at, `The pattern ${JSON.stringify(pattern)} is left out: ${read.reason}.`)
  return {}
}

function sayLost(given: Schema, at: readonly string[], report: Report): void {
  for (const keyword of Object.keys(given)) {
    if (LOST_CONDITIONS.includes(keyword)) {
      report.say(at, `"${keyword}" is left out: a CRD has no such condition.`)
    } else if (keyword === 'deprecated' && given.deprecated === true) {
      report.say(at, 'It is deprecated, which a CRD cannot say of a property.')
    } else if (/^(read|write)Only$/.test(keyword) && given[keyword] === true) {
      report.say(at, `"${keyword}" is left out: a CRD cannot say it.`)
    } else if (SILENT.includes(keyword)) continue
  }
}

function pick(schema: Schema, keywords: readonly string[]): Schema {
  return Object.fromEntries(
    keywords.filter((one) => schema[one] !== undefined).map((one) => [one, schema[one]]),
  )
}

/** Bounds of lengths and counts: whole numbers from 0. */
function counts(schema: Schema, keywords: readonly string[]): Schema {
  return Object.fromEntries(
    keywords.flatMap((one) => {
      const value = schema[one]
      return Number.isSafeInteger(value) && Number(value) >= 0 ? [[one, value]] : []
    }),
  )
}
