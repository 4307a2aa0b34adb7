import { isRecord } from '@/lib/promise/path'
import type { Schema } from '../property'
import { readRe2 } from '../re2'
import { Cursor } from './cursor'

/** What follows type and default: `!`, `1..9`, `>0`, `/pattern/`, `"description"`. */
export interface Options {
  readonly required: boolean
  readonly bounds: readonly Bound[]
  readonly pattern: string | undefined
  readonly description: string | undefined
}

interface Bound {
  readonly side: 'min' | 'max'
  readonly value: number
  readonly exclusive: boolean
}

const NUMBER = '[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?'
const RANGE = new RegExp(`^(${NUMBER})?\\.\\.(${NUMBER})?$`)
const COMPARED = new RegExp(`^([<>])(=)?(${NUMBER})$`)

/** Reads options up to the end of the text, or says what is none. */
export function readOptions(text: string): Options | { readonly reason: string } {
  const cursor = new Cursor(text)
  const bounds: Bound[] = []
  let required = false
  let pattern: string | undefined
  let description: string | undefined
  for (;;) {
    cursor.take(/\s+/y)
    if (cursor.rest === '') return { required, bounds, pattern, description }
    if (cursor.take(/!(?=\s|$)/y)) {
      required = true
      continue
    }
    const quoted = cursor.quoted()
    if (quoted !== undefined) {
      if (description !== undefined) return { reason: 'There are two descriptions.' }
      description = quoted
      continue
    }
    const slashed = cursor.take(/\/(?:[^\\/]|\\.|\/(?!\s|$))+\/(?=\s|$)/y)
    if (slashed !== undefined) {
      if (pattern !== undefined) return { reason: 'There are two patterns.' }
      pattern = slashed.slice(1, -1).replaceAll('\\/', '/')
      const read = readRe2(pattern)
      if (read.ok === false) return { reason: `The pattern is wrong: ${read.reason}.` }
      continue
    }
    const word = cursor.take(/\S+/y) ?? ''
    const found = boundsIn(word)
    if (!found) {
      return {
        reason: `"${word}" is not understood: bounds are written 1..9, a pattern /^[a-z]+$/, a description "in quotes", "!" makes it required.`,
      }
    }
    bounds.push(...found)
  }
}

function boundsIn(word: string): readonly Bound[] | undefined {
  const compared = COMPARED.exec(word)
  if (compared) {
    const side = compared[1] === '>' ? 'min' : 'max'
    return [{ side, value: Number(compared[3]), exclusive: compared[2] === undefined }]
  }
  const range = RANGE.exec(word)
  if (!range || (range[1] === undefined && range[2] === undefined)) return undefined
  const low = { side: 'min', value: Number(range[1]), exclusive: false } as const
  const high = { side: 'max', value: Number(range[2]), exclusive: false } as const
  return [...(range[1] === undefined ? [] : [low]), ...(range[2] === undefined ? [] : [high])]
}

/**
 * The schema with its options: bounds are those of a number, of a string's length, of the items of
 * a list or the keys of a map; a pattern belongs to the strings of a list or map.
 */
export function withOptions(
  schema: Schema,
  options: Options,
): { readonly schema: Schema } | { readonly reason: string } {
  let made = schema
  for (const bound of options.bounds) {
    const keyword = boundKeyword(made, bound)
    if (keyword === undefined) return { reason: `${article(made)} has no bounds.` }
    if (Object.hasOwn(made, keyword)) return { reason: `The ${bound.side}imum is there twice.` }
    const whole = Number.isSafeInteger(bound.value)
    const counts = keyword !== 'minimum' && keyword !== 'maximum'
    if (counts && (!whole || bound.value < 0 || bound.exclusive)) {
      return { reason: 'Lengths and counts are bounded by whole numbers, as in 1..63.' }
    }
    if (made.type === 'integer' && !whole) return { reason: `${bound.value} is not an integer.` }
    made = { ...made, [keyword]: bound.value }
    if (bound.exclusive) made = { ...made, [`exclusive${upper(keyword)}`]: true }
  }
  const [low, high] = ['min', 'max'].map(
    (side) => options.bounds.find((bound) => bound.side === side)?.value,
  )
  if (low !== undefined && high !== undefined && low > high) {
    return { reason: `The minimum ${low} is above the maximum ${high}.` }
  }
  if (options.pattern === undefined) return { schema: made }
  const patterned = withPattern(made, options.pattern)
  return patterned ? { schema: patterned } : { reason: `${article(made)} has no pattern.` }
}

function boundKeyword(schema: Schema, { side }: Bound): string | undefined {
  if (Array.isArray(schema.enum)) return undefined
  if (schema.type === 'integer' || schema.type === 'number') return `${side}imum`
  if (schema.type === 'string') return `${side}Length`
  if (schema.type === 'array') return `${side}Items`
  return isRecord(schema.additionalProperties) ? `${side}Properties` : undefined
}

function withPattern(schema: Schema, pattern: string): Schema | undefined {
  const { type, items, additionalProperties: values } = schema
  if (type === 'string' && !Array.isArray(schema.enum)) return { ...schema, pattern }
  const [keyword, inner] = isRecord(items)
    ? ['items', items]
    : ['additionalProperties', isRecord(values) ? values : undefined]
  const made = inner && withPattern(inner, pattern)
  return made && { ...schema, [keyword]: made }
}

function article({ type, enum: values }: Schema): string {
  if (Array.isArray(values)) return 'A property with given values'
  if (type === undefined) return 'A value of any type'
  return type === 'object' || type === 'array' || type === 'integer' ? `An ${type}` : `A ${type}`
}

function upper(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}
