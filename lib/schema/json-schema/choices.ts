import { isRecord } from '@/lib/promise/path'
import { equal } from '../misfit'
import { OPEN } from '../open-schema'
import type { Schema } from '../property'
import { readRe2 } from '../re2'
import { dropAbsent } from './drop-absent'
import { merged } from './merge'
import { numberBounds } from './numbers'
import type { Report } from './report'
import { type StructuralType, typeOf, valuesOf } from './types'

/** A choice that is settled: a schema that may hold further ones, and what becomes a condition. */
export interface Settled {
  readonly schema: Schema
  readonly conditions: Schema
}

/**
 * A choice (`oneOf` or `anyOf`) in a form that a CRD can hold: a type with null, a list of values,
 * an integer or a string, one object with the properties of all, or conditions on the value.
 * Where a CRD cannot say it exactly, what comes out is looser.
 * @param rest what stands beside the choice
 */
export function settle(
  keyword: 'oneOf' | 'anyOf',
  rest: Schema,
  choices: readonly Schema[],
  at: readonly string[],
  report: Report,
): Settled {
  const real = choices.filter((choice) => !isNull(choice))
  const base = real.length < choices.length ? { ...rest, nullable: true } : rest
  const [only] = real
  if (only === undefined) return plain(base)
  if (real.length === 1) return plain(merged(base, only, at, report))
  if (real.every((choice) => valuesOf(choice).length > 0))
    return plain(asEnum(base, real, at, report))

  const types = new Set(real.map((choice) => typeOf(untyped(base, choice)).type))
  const [type] = types
  const nested = real.some((choice) => LOGIC.some((one) => Object.hasOwn(choice, one)))
  if (types.size === 1 && type === 'object') return asObject(keyword, base, real, at, report)
  if (types.size === 1 && type === 'array') {
    const items = real.map((choice) => choice.items ?? {})
    report.say(at, 'Several kinds of lists become one.')
    return plain({ ...base, type: 'array', items: { anyOf: items } })
  }
  if (types.size === 1 && type !== undefined && type !== 'any' && !nested) {
    return asConditions(keyword, { ...base, ...typed(type) }, real, type, at, report)
  }
  if ([...types].every((one) => /^(integer|string|int-or-string)$/.test(one))) {
    const words = /^(type|title|description|x-kubernetes-int-or-string)$/
    if (real.some((choice) => Object.keys(choice).some((key) => !words.test(key)))) {
      report.say(at, 'An integer or a string: what bounds either is left out.')
    }
    const { type: _, ...others } = base
    return plain({ ...others, 'x-kubernetes-int-or-string': true })
  }
  if ([...types].every((one) => one === 'integer' || one === 'number')) {
    return plain({ ...base, type: 'number' })
  }
  const said = [...types].map((one) => (one === 'any' ? 'anything' : one)).join(' or ')
  report.say(at, `It may be ${said}, which a CRD cannot say: left open.`)
  const { title, description, default: value, nullable } = base
  return plain(dropAbsent({ title, description, default: value, nullable, ...OPEN }))
}

const LOGIC = ['oneOf', 'anyOf', 'allOf', 'not', '$ref']

function plain(schema: Schema): Settled {
  return { schema, conditions: {} }
}

function asEnum(
  base: Schema,
  choices: readonly Schema[],
  at: readonly string[],
  report: Report,
): Schema {
  const all = choices.flatMap(valuesOf)
  const values = all.filter((value, i) => all.findIndex((one) => equal(one, value)) === i)
  if (choices.some(({ description, title }) => description !== undefined || title !== undefined)) {
    report.say(at, 'What is said of each value is left out; the values stay.')
  }
  return { ...base, enum: values }
}

/** All properties together; what every choice requires stays required, and one choice is met. */
function asObject(
  keyword: 'oneOf' | 'anyOf',
  base: Schema,
  choices: readonly Schema[],
  at: readonly string[],
  report: Report,
): Settled {
  const properties = new Map<string, unknown[]>()
  for (const choice of choices) {
    for (const [name, schema] of Object.entries(
      isRecord(choice.properties) ? choice.properties : {},
    )) {
      const known = properties.get(name) ?? []
      if (!known.some((one) => equal(one, schema))) properties.set(name, [...known, schema])
    }
  }
  const demands = choices.map(({ required }) => (Array.isArray(required) ? required : []))
  const [first = [], ...others] = demands
  const common = first.filter((name) => others.every((names) => names.includes(name)))
  const own = demands.map((names) => names.filter((name) => !common.includes(name)))
  if (properties.size > 0) {
    const how = keyword === 'oneOf' ? 'one' : 'some'
    report.say(
      at,
      `A choice of ${choices.length} objects becomes one object with the properties of all; that only ${how} of them may be used is not checked.`,
    )
  }
  const whole = [...properties].map(([name, schemas]) => [
    name,
    schemas.length === 1 ? schemas[0] : { anyOf: schemas },
  ])
  const union: Schema = { type: 'object', required: common, properties: Object.fromEntries(whole) }
  const schema = merged(base, union, at, report)
  const told = own.every((names) => names.length > 0)
  return { schema, conditions: told ? { anyOf: own.map((required) => ({ required })) } : {} }
}

function asConditions(
  keyword: 'oneOf' | 'anyOf',
  base: Schema,
  choices: readonly Schema[],
  type: StructuralType,
  at: readonly string[],
  report: Report,
): Settled {
  const conditions = choices.map((choice) => conditionOf(choice, type))
  const sayable = conditions.every(
    (one): one is Schema => one !== undefined && Object.keys(one).length > 0,
  )
  if (sayable) return { schema: base, conditions: { [keyword]: conditions } }
  report.say(at, `The conditions of "${keyword}" are left out: a CRD cannot say them.`)
  return plain(base)
}

const PLAIN = [
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
  'format',
]

/** A schema as a condition on a value of this type; `undefined` when it says more than that. */
export function conditionOf(choice: Schema, type: StructuralType): Schema | undefined {
  const { type: own, title: _, description: __, nullable: ___, ...rest } = choice
  if (own !== undefined && own !== type) return undefined
  const out: Record<string, unknown> = {}
  const values = valuesOf(rest)
  if (values.length > 0) out.enum = values
  if (type === 'integer' || type === 'number') Object.assign(out, numberBounds(rest, type).keywords)
  for (const [keyword, value] of Object.entries(rest)) {
    if (/^(enum|const|minimum|maximum|exclusiveM(in|ax)imum|multipleOf)$/.test(keyword)) continue
    if (keyword === 'required' && Array.isArray(value) && type === 'object') out.required = value
    else if (keyword === 'pattern' && typeof value === 'string' && readRe2(value).ok !== false) {
      out.pattern = value
    } else if (PLAIN.includes(keyword)) out[keyword] = value
    else return undefined
  }
  return out
}

/** A choice with the type that stands beside the choices. */
function untyped(base: Schema, choice: Schema): Schema {
  return choice.type === undefined && base.type !== undefined
    ? { ...choice, type: base.type }
    : choice
}

function typed(type: StructuralType): Schema {
  return type === 'int-or-string' ? { 'x-kubernetes-int-or-string': true } : { type }
}

function isNull(choice: Schema): boolean {
  if (choice.type === 'null' || choice.const === null) return true
  return (
    Array.isArray(choice.enum) && choice.enum.length > 0 && choice.enum.every((v) => v === null)
  )
}
