import { isRecord } from '@/lib/promise/path'
import { upperFirst } from '@/lib/promise/upper-first'
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

type Option =
  | { readonly kind: 'end' | 'required' }
  | { readonly kind: 'bounds'; readonly bounds: readonly Bound[] }
  | { readonly kind: 'pattern' | 'description'; readonly text: string }
  | { readonly kind: 'fault'; readonly reason: string }

/** Reads options up to the end of the text, or says what is none. */
export function readOptions(text: string): Options | { readonly reason: string } {
  const cursor = new Cursor(text)
  const bounds: Bound[] = []
  let required = false
  let pattern: string | undefined
  let description: string | undefined
  for (;;) {
    const option = readOption(cursor)
    switch (option.kind) {
      case 'end':
        return { required, bounds, pattern, description }
      case 'fault':
        return { reason: option.reason }
      case 'required':
        required = true
        break
      case 'bounds':
        bounds.push(...option.bounds)
        break
      case 'pattern':
        if (pattern !== undefined) return { reason: 'There are two patterns.' }
        pattern = option.text
        break
      case 'description':
        if (description !== undefined) return { reason: 'There are two descriptions.' }
        description = option.text
    }
  }
}

function readOption(cursor: Cursor): Option {
  cursor.take(/\s+/y)
  if (cursor.rest === '') return { kind: 'end' }
  if (cursor.take(/!(?=\s|$)/y)) return { kind: 'required' }
  const quoted = cursor.quoted()
  if (quoted !== undefined) return { kind: 'description', text: quoted }
  const slashed = cursor.take(/\/(?:[^\\/]|\\.|\/(?!\s|$))+\/(?=\s|$)/y)
  if (slashed !== undefined) {
    const text = slashed.slice(1, -1).replaceAll('\\/', '/')
    const read = readRe2(text)
    if (read.ok !== false) return { kind: 'pattern', text }
    return { kind: 'fault', reason: `The pattern is wrong: ${read.reason}.` }
  }
  const word = cursor.take(/\S+/y) ?? ''
  const bounds = boundsIn(word)
  if (bounds) return { kind: 'bounds', bounds }
  return {
    kind: 'fault',
    reason: `"${word}" is not understood: bounds are written 1..9 (after a default: =1 1..9), a pattern /^[a-z]+$/, a description "in quotes", "!" makes it required.`,
  }
}

/**
 * The first blank (or the end) of a text from which all the rest are options, at most one pattern
 * and one description among them. Each option is read once.
 */
export function whereOptionsBegin(text: string): number {
  const known = new Map<number, Rest | undefined>()
  const restFrom = (at: number): Rest | undefined => {
    if (known.has(at)) return known.get(at)
    const cursor = new Cursor(text, at)
    const option = readOption(cursor)
    const rest =
      option.kind === 'fault'
        ? undefined
        : option.kind === 'end'
          ? { patterns: 0, descriptions: 0 }
          : joined(option.kind, restFrom(cursor.at))
    known.set(at, rest)
    return rest
  }
  let first = text.length
  // The last first: what follows an option is known when it is read.
  for (const { index } of [...text.matchAll(/\s+/g)].reverse()) {
    if (restFrom(index)) first = index
  }
  return first
}

/** What the options up to the end hold. */
interface Rest {
  readonly patterns: number
  readonly descriptions: number
}

function joined(kind: Option['kind'], rest: Rest | undefined): Rest | undefined {
  if (!rest) return undefined
  const patterns = rest.patterns + (kind === 'pattern' ? 1 : 0)
  const descriptions = rest.descriptions + (kind === 'description' ? 1 : 0)
  return patterns > 1 || descriptions > 1 ? undefined : { patterns, descriptions }
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
    if (bound.exclusive) made = { ...made, [`exclusive${upperFirst(keyword)}`]: true }
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
