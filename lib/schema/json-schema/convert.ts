import { isRecord } from '@/lib/promise/path'
import { judgeValue } from '../misfit'
import type { Schema } from '../property'
import { readRe2 } from '../re2'
import { conditionOf, settle } from './choices'
import { enumOf } from './enums'
import {
  ARRAY_BOUNDS,
  KEPT_EXTENSIONS,
  LOST_CONDITIONS,
  OBJECT_BOUNDS,
  SILENT,
  STRING_BOUNDS,
} from './keywords'
import { merged } from './merge'
import { type NumberBounds, numberBounds } from './numbers'
import { resolve } from './references'
import { type ConversionNote, displayAt, Report } from './report'
import { typeOf } from './types'

/** A structural schema, and what it could not take along. */
export interface Converted {
  readonly schema: Schema
  readonly notes: readonly ConversionNote[]
}

/** A value of any kind, which the API server keeps as it is. */
export const ANY: Schema = { 'x-kubernetes-preserve-unknown-fields': true }

/** Nesting and size that a CRD may well have; what goes beyond is left open. */
const DEEPEST = 24
const MOST = 5_000

/**
 * Turns a JSON Schema (any draft) or an OpenAPI 2 or 3 schema into one that a CRD can hold
 * (kratix.md 53-84): references are put in, `const`, type lists, numeric exclusive bounds, tuples
 * and choices are translated, the rest is left out and said. A CRD's own schema comes out as it is.
 * @param root the document in which `$ref` is looked up
 */
export function fromJsonSchema(schema: unknown, root: unknown = schema): Converted {
  const converter = new Converter(root)
  return { schema: converter.convert(schema, []), notes: converter.report.notes }
}

export class Converter {
  readonly report = new Report()
  readonly #root: unknown
  /** References that are being put in: one that comes again goes round in circles. */
  readonly #open: string[] = []
  /** Those of choices, which are put in together and may therefore come once more. */
  readonly #joined: string[] = []
  #count = 0

  constructor(root: unknown) {
    this.#root = root
  }

  convert(given: unknown, at: readonly string[]): Schema {
    if (++this.#count > MOST)
      return this.#cut(at, 'The whole is too large: this part is left open.')
    if (at.length > DEEPEST) return this.#cut(at, 'Nested too deeply: this part is left open.')
    if (given === false) return this.#cut(at, 'Nothing fits it ("false"): it is left open.')
    if (!isRecord(given)) return ANY
    if (typeof given.$ref === 'string') return this.#reference(given, given.$ref, at)
    const joined = this.#joined.length
    const made = this.#joinedSchema(given, at)
    this.#joined.length = joined
    return made
  }

  /** Parts and choices are settled one after the other, until none is left. */
  #joinedSchema(given: Schema, at: readonly string[]): Schema {
    let here = given
    let conditions: Schema = {}
    for (let round = 0; round < DEEPEST; round++) {
      const { $ref, allOf, anyOf, oneOf, not, ...rest } = here
      const parts = Array.isArray(allOf)
        ? allOf.map((part: unknown) => this.#inlined(part, at))
        : []
      const choices = { oneOf, anyOf }
      const keyword = (['oneOf', 'anyOf'] as const).find((one) => Array.isArray(choices[one]))
      if (typeof $ref === 'string') {
        here = this.#inlined(here, at)
      } else if (parts.length > 0) {
        const { type } = typeOf(rest)
        const kept = rest.type === undefined ? [] : parts.map((part) => conditionOf(part, type))
        if (kept.length > 0 && kept.every((one) => one && Object.keys(one).length > 0)) {
          here = drop({ ...rest, anyOf, oneOf, not })
          conditions = this.#joinConditions(conditions, { allOf: kept }, at)
        } else {
          const whole = drop({ ...rest, anyOf, oneOf, not })
          here = parts.reduce((sum, part) => merged(sum, part, at, this.report), whole)
        }
      } else if (keyword !== undefined) {
        const all = choices[keyword]
        const others = drop({ ...rest, ...choices, [keyword]: undefined, not })
        const inlined = Array.isArray(all)
          ? all.map((part: unknown) => this.#inlined(part, at))
          : []
        const settled = settle(keyword, others, inlined, at, this.report)
        here = settled.schema
        conditions = this.#joinConditions(conditions, settled.conditions, at)
      } else {
        if (not === undefined) return this.#plain(rest, conditions, at)
        const { type } = typeOf(rest)
        const condition = isRecord(not) ? conditionOf(this.#inlined(not, at), type) : undefined
        if (condition && Object.keys(condition).length > 0) {
          conditions = this.#joinConditions(conditions, { not: condition }, at)
        } else this.report.say(at, '"not" is left out: a CRD forbids only plain conditions.')
        return this.#plain(rest, conditions, at)
      }
    }
    return this.#cut(at, 'Its choices are nested too deeply: left open.')
  }

  #joinConditions(all: Schema, more: Schema, at: readonly string[]): Schema {
    const twice = Object.keys(more).find((keyword) => Object.hasOwn(all, keyword))
    if (twice === undefined) return { ...all, ...more }
    this.report.say(at, `A second "${twice}" is left out.`)
    return all
  }

  #isCircular(pointer: string): boolean {
    const times = this.#joined.filter((one) => one === pointer).length
    return this.#open.includes(pointer) || times > 1
  }

  #cut(at: readonly string[], message: string): Schema {
    this.report.say(at, message)
    return ANY
  }

  #reference(given: Schema, ref: string, at: readonly string[]): Schema {
    const { $ref: _, ...beside } = given
    const found = resolve(this.#root, ref)
    if ('reason' in found) return this.#cut(at, `Left open: ${found.reason}.`)
    if (this.#isCircular(found.pointer)) return this.#cut(at, circle(ref))
    this.#open.push(found.pointer)
    const whole = isRecord(found.value) ? { ...found.value, ...beside } : found.value
    const made = this.convert(whole, at)
    this.#open.pop()
    return made
  }

  /** A part of a choice with its reference put in; one that goes in circles is open. */
  #inlined(part: unknown, at: readonly string[]): Schema {
    let here = part
    for (let i = 0; i < DEEPEST && isRecord(here) && typeof here.$ref === 'string'; i++) {
      const { $ref, ...beside } = here
      const found = resolve(this.#root, String($ref))
      if ('reason' in found) return this.#cut(at, `Left open: ${found.reason}.`)
      if (this.#isCircular(found.pointer)) return this.#cut(at, circle(String($ref)))
      this.#joined.push(found.pointer)
      here = isRecord(found.value) ? { ...found.value, ...beside } : found.value
    }
    if (!isRecord(here)) return {}
    const { allOf, ...rest } = here
    if (!Array.isArray(allOf) || at.length > DEEPEST || ++this.#count > MOST) return here
    return allOf
      .map((one: unknown) => this.#inlined(one, [...at, '']))
      .reduce<Schema>((whole, one) => merged(whole, one, at, this.report), rest)
  }

  /** A schema without `$ref`, and whose choices are settled. */
  #plain(given: Schema, conditions: Schema, at: readonly string[]): Schema {
    const { type, nullable, note } = typeOf(given)
    if (note) this.report.say(at, note)
    this.#sayLost(given, at)
    const head: Record<string, unknown> = {}
    if (typeof given.title === 'string') head.title = given.title
    if (typeof given.description === 'string') head.description = given.description
    if (nullable) head.nullable = true
    const body = this.#body(given, conditions, type, at)
    const typed = type === 'any' || type === 'int-or-string' ? {} : { type }
    const schema: Schema = { ...typed, ...head, ...body }
    return this.#withValues(schema, given, at)
  }

  #body(
    given: Schema,
    choice: Schema,
    type: ReturnType<typeof typeOf>['type'],
    at: readonly string[],
  ): Schema {
    const extensions = pick(given, KEPT_EXTENSIONS)
    const values = enumOf(given, type, (message) => this.report.say(at, message))
    switch (type) {
      case 'any':
        return { ...ANY, ...pick(extensions, ['x-kubernetes-validations']) }
      case 'int-or-string':
        return {
          'x-kubernetes-int-or-string': true,
          ...values,
          ...this.#pattern(given, at),
          ...pick(extensions, ['x-kubernetes-validations']),
        }
      case 'string':
        return {
          ...this.#format(given),
          ...values,
          ...counts(given, STRING_BOUNDS),
          ...this.#pattern(given, at),
          ...choice,
          ...extensions,
        }
      case 'integer':
      case 'number': {
        const bounds: NumberBounds = numberBounds(given, type)
        if (bounds.note) this.report.say(at, bounds.note)
        return { ...this.#format(given), ...values, ...bounds.keywords, ...choice, ...extensions }
      }
      case 'boolean':
        return { ...values, ...choice, ...extensions }
      case 'array':
        return { ...counts(given, ARRAY_BOUNDS), ...choice, ...this.#array(given, at, extensions) }
      case 'object':
        return {
          ...counts(given, OBJECT_BOUNDS),
          ...choice,
          ...extensions,
          ...this.#object(given, at),
        }
    }
  }

  #format({ format }: Schema): Schema {
    return typeof format === 'string' && format !== '' ? { format } : {}
  }

  #pattern({ pattern }: Schema, at: readonly string[]): Schema {
    if (typeof pattern !== 'string' || pattern === '') return {}
    const read = readRe2(pattern)
    if (read.ok !== false) return { pattern }
    this.report.say(at, `The pattern ${JSON.stringify(pattern)} is left out: ${read.reason}.`)
    return {}
  }

  #array(given: Schema, at: readonly string[], extensions: Schema): Schema {
    const { items, prefixItems } = given
    const tuple = Array.isArray(items)
      ? items
      : Array.isArray(prefixItems)
        ? prefixItems
        : undefined
    const inside = [...at, '[]']
    if (tuple) this.report.say(at, 'A list with a schema for each place: all items get one schema.')
    const one = tuple ? (tuple.length === 1 ? tuple[0] : { anyOf: tuple }) : items
    const made = one === undefined ? ANY : this.convert(one, inside)
    const scalar = typeof made.type === 'string' && !/^(object|array)$/.test(made.type)
    const unique = given.uniqueItems === true && extensions['x-kubernetes-list-type'] === undefined
    if (unique && !(scalar && made.nullable !== true)) {
      this.report.say(at, 'Items need not differ any more (uniqueItems).')
    }
    const set = unique && scalar && made.nullable !== true
    return { ...extensions, ...(set && { 'x-kubernetes-list-type': 'set' }), items: made }
  }

  #object(given: Schema, at: readonly string[]): Schema {
    const properties = new Map<string, Schema>()
    for (const [name, one] of Object.entries(isRecord(given.properties) ? given.properties : {})) {
      if (one === false) this.report.say([...at, name], 'Left out: it is forbidden ("false").')
      else properties.set(name, this.convert(one, [...at, name]))
    }
    const required = names(given.required)
    const values = valuesOf(given)
    if (properties.size === 0 && values.schema !== undefined) {
      if (values.note) this.report.say(at, values.note)
      const inner = this.convert(values.schema, [...at, '{}'])
      return { ...listed(required), additionalProperties: inner }
    }
    for (const name of required) {
      if (properties.has(name)) continue
      properties.set(name, ANY)
      this.report.say([...at, name], 'Required, but nowhere described: left open.')
    }
    if (values.schema !== undefined) {
      this.report.say(at, 'Further properties are kept, but not checked.')
    }
    const open = values.open || values.schema !== undefined || properties.size === 0
    const closed = given.additionalProperties === false && properties.size === 0
    return {
      ...listed(required),
      ...(open && !closed ? { 'x-kubernetes-preserve-unknown-fields': true } : {}),
      ...(properties.size > 0 || closed ? { properties: Object.fromEntries(properties) } : {}),
    }
  }

  /** Default and example, as far as they fit what the schema has become. */
  #withValues(schema: Schema, given: Schema, at: readonly string[]): Schema {
    const examples = Array.isArray(given.examples) ? given.examples : []
    const example = given.example ?? examples[0]
    const fits = (value: unknown) => judgeValue(schema, value).misfit === undefined
    const withExample: Schema =
      example !== undefined && fits(example) ? { ...schema, example } : schema
    const { default: value } = given
    if (value === undefined || value === null) return withExample
    const wrong = judgeValue(schema, value).misfit
    if (wrong) {
      const where = displayAt(wrong.path.map(String))
      this.report.say(at, `The default is left out: ${where || 'it'} ${wrong.reason}.`)
      return withExample
    }
    const { type, ...rest } = withExample
    return { ...(type === undefined ? {} : { type }), default: value, ...rest }
  }

  #sayLost(given: Schema, at: readonly string[]): void {
    for (const keyword of Object.keys(given)) {
      if (LOST_CONDITIONS.includes(keyword)) {
        this.report.say(at, `"${keyword}" is left out: a CRD has no such condition.`)
      } else if (keyword === 'deprecated' && given.deprecated === true) {
        this.report.say(at, 'It is deprecated, which a CRD cannot say of a property.')
      } else if (/^(read|write)Only$/.test(keyword) && given[keyword] === true) {
        this.report.say(at, `"${keyword}" is left out: a CRD cannot say it.`)
      } else if (SILENT.includes(keyword)) continue
    }
  }
}

function circle(ref: string): string {
  return `It holds itself again (${ref}), which a CRD cannot say: left open there.`
}

/** What an object says of properties that it does not name. */
function valuesOf(given: Schema): {
  readonly schema?: unknown
  readonly open: boolean
  readonly note?: string
} {
  const { additionalProperties: more, patternProperties } = given
  const kept = given['x-kubernetes-preserve-unknown-fields'] === true
  if (isRecord(patternProperties)) {
    const all = Object.values(patternProperties)
    const schema = all.length === 1 ? all[0] : { anyOf: all }
    if (all.length > 0) {
      return { schema, open: kept, note: 'Which names the keys may have is not checked any more.' }
    }
  }
  if (isRecord(more) && Object.keys(more).length > 0) return { schema: more, open: kept }
  return { open: kept || more === true || isRecord(more) }
}

function listed(required: readonly string[]): Schema {
  return required.length > 0 ? { required } : {}
}

function names(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return []
  return [...new Set(value.filter((name): name is string => typeof name === 'string'))]
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

function drop(schema: Schema): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined))
}
