import { isRecord } from '@/lib/promise/path'
import { impliesFormat } from './formats'
import { equal, isInteger, isMultiple, isNumber, show } from './misfit'
import type { Schema } from './property'

/** A keyword by which a schema refuses what it took, and what it does now: goes on after a name. */
export type Narrowing = readonly [keyword: string, what: string]

/**
 * What `now` refuses, or may refuse, of the values that `before` takes: of the schema itself, both of
 * one type, without those below it and without `required`.
 */
export function narrowings(now: Schema, before: Schema): readonly Narrowing[] {
  const found: Narrowing[] = []
  const changed = (keyword: string) => {
    const was = before[keyword] === undefined ? 'none' : show(before[keyword])
    found.push([keyword, `has the ${keyword} ${show(now[keyword])} now (it was ${was})`])
  }
  const lost = lostChoices(now, before)
  if (lost) found.push(['enum', lost])
  for (const end of ['Minimum', 'Maximum'] as const) {
    const keyword = narrowedBound(end, now, before)
    if (keyword === `exclusive${end}`) found.push([keyword, `has ${keyword}`])
    else if (keyword) changed(keyword)
  }
  for (const size of ['Length', 'Items', 'Properties']) {
    const [low, high] = [`min${size}`, `max${size}`]
    if (isNumber(now[low]) && now[low] > (isNumber(before[low]) ? before[low] : 0)) changed(low)
    if (isNumber(now[high]) && !(isNumber(before[high]) && now[high] >= before[high])) changed(high)
  }
  const { pattern, format, multipleOf, type } = now
  if (isText(pattern) && !equal(pattern, before.pattern)) changed('pattern')
  if (isText(format) && !takesFormat(type, format, before.format)) changed('format')
  if (isNumber(multipleOf) && !takesMultiples(type, multipleOf, before.multipleOf)) {
    changed('multipleOf')
  }
  if (before.nullable === true && now.nullable !== true) {
    found.push(['nullable', 'can no longer be null'])
  }
  return [...found, ...narrowedLogic(now, before)]
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

function lostChoices({ enum: is }: Schema, { enum: was }: Schema): string | undefined {
  if (!Array.isArray(is) || is.length === 0) return undefined
  if (!Array.isArray(was) || was.length === 0) return 'takes only some values now'
  const lost = without(was, is)
  return lost.length === 0 ? undefined : `no longer takes ${lost.map(show).join(', ')}`
}

/** The keyword by which an end of the range comes closer. Of integers, above 0 is from 1 on. */
function narrowedBound(
  end: 'Minimum' | 'Maximum',
  now: Schema,
  before: Schema,
): string | undefined {
  const [keyword, flag] = [end.toLowerCase(), `exclusive${end}`]
  const [is, was] = [now[keyword], before[keyword]]
  if (!isNumber(is)) return undefined
  if (!isNumber(was)) return keyword
  const up = end === 'Minimum' ? 1 : -1
  if (now.type === 'integer' && isInteger(is) && isInteger(was)) {
    const first = (bound: number | bigint, schema: Schema) =>
      BigInt(bound) + (schema[flag] === true ? BigInt(up) : 0n)
    const step = first(is, now) - first(was, before)
    if (step * BigInt(up) <= 0n) return undefined
    return equal(is, was) ? flag : keyword
  }
  if (equal(is, was)) return now[flag] === true && before[flag] !== true ? flag : undefined
  return is > was === up > 0 ? keyword : undefined
}

/** Sizes of numbers that the API server looks at (k8s.io/kube-openapi/pkg/validation/validate). */
const NUMBERS: Readonly<Record<string, string>> = { integer: 'int32', number: 'float' }

function takesFormat(type: unknown, is: string, was: unknown): boolean {
  if (type === 'integer' || type === 'number') return is !== NUMBERS[type] || is === was
  // Without a type, the format is taken for one.
  if (!isText(type) && !isText(was)) return false
  return impliesFormat(isText(was) ? was : undefined, is)
}

/** Of integers the API server takes a factor without its fraction. */
function takesMultiples(type: unknown, is: number | bigint, was: unknown): boolean {
  const old = isNumber(was) ? was : type === 'integer' ? 1 : undefined
  if (old === undefined || !isMultiple(old, is)) return false
  const whole = typeof old === 'bigint' ? old : Math.trunc(old)
  return whole === 0 || isMultiple(whole, is)
}

function narrowedLogic(now: Schema, before: Schema): readonly Narrowing[] {
  const found: Narrowing[] = []
  const more = (keyword: string, by?: (one: unknown) => unknown) => {
    if (without(listOf(now[keyword]), listOf(before[keyword]), by).length === 0) return
    found.push([keyword, `has other ${keyword} now`])
  }
  more('allOf')
  more('x-kubernetes-validations', (one) => (isRecord(one) ? one.rule : one))
  const [any, anyBefore] = [listOf(now.anyOf), listOf(before.anyOf)]
  if (any.length > 0) {
    if (anyBefore.length === 0) found.push(['anyOf', 'has other anyOf now'])
    else if (without(anyBefore, any).length > 0) {
      found.push(['anyOf', 'has no longer all that anyOf let through'])
    }
  }
  // A value must fit one alone: one more may refuse it as well as one less.
  const [one, oneBefore] = [listOf(now.oneOf), listOf(before.oneOf)]
  const same = one.length === oneBefore.length && without(one, oneBefore).length === 0
  if (one.length > 0 && !same) found.push(['oneOf', 'has other oneOf now'])
  if (isRecord(now.not) && !equal(now.not, before.not)) found.push(['not', 'has other not now'])
  return found
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** The values of a list that stand in no place of the other, compared `by` a part of them. */
function without(
  list: readonly unknown[],
  other: readonly unknown[],
  by: (one: unknown) => unknown = (one) => one,
): readonly unknown[] {
  return list.filter((one) => !other.some((value) => equal(by(value), by(one))))
}
