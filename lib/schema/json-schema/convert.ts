import { isRecord } from '@/lib/promise/path'
import { OPEN } from '../open-schema'
import type { Schema } from '../property'
import { conditionOf, settle } from './choices'
import { dropAbsent } from './drop-absent'
import { merged } from './merge'
import { plainSchema } from './plain'
import { resolve } from './references'
import { type Conversion, type ConversionNote, Report } from './report'
import { typeOf } from './types'

/** A structural schema, and what it could not take along. */
export interface Converted {
  readonly schema: Schema
  readonly notes: readonly ConversionNote[]
}

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

class Converter implements Conversion {
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

  readonly convert = (given: unknown, at: readonly string[]): Schema => {
    if (++this.#count > MOST)
      return this.#cut(at, 'The whole is too large: this part is left open.')
    if (at.length > DEEPEST) return this.#cut(at, 'Nested too deeply: this part is left open.')
    if (given === false) return this.#cut(at, 'Nothing fits it ("false"): it is left open.')
    if (!isRecord(given)) return OPEN
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
          here = dropAbsent({ ...rest, anyOf, oneOf, not })
          conditions = this.#joinConditions(conditions, { allOf: kept }, at)
        } else {
          const whole = dropAbsent({ ...rest, anyOf, oneOf, not })
          here = parts.reduce((sum, part) => merged(sum, part, at, this.report), whole)
        }
      } else if (keyword !== undefined) {
        const all = choices[keyword]
        const others = dropAbsent({ ...rest, ...choices, [keyword]: undefined, not })
        const inlined = Array.isArray(all)
          ? all.map((part: unknown) => this.#inlined(part, at))
          : []
        const settled = settle(keyword, others, inlined, at, this.report)
        here = settled.schema
        conditions = this.#joinConditions(conditions, settled.conditions, at)
      } else {
        if (not === undefined) return plainSchema(rest, conditions, at, this)
        const { type } = typeOf(rest)
        const condition = isRecord(not) ? conditionOf(this.#inlined(not, at), type) : undefined
        if (condition && Object.keys(condition).length > 0) {
          conditions = this.#joinConditions(conditions, { not: condition }, at)
        } else this.report.say(at, '"not" is left out: a CRD forbids only plain conditions.')
        return plainSchema(rest, conditions, at, this)
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
    return OPEN
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
}

function circle(ref: string): string {
  return `It holds itself again (${ref}), which a CRD cannot say: left open there.`
}
