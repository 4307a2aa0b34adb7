import { isRecord } from '@/lib/promise/path'
import { equal, isNumber } from '../misfit'
import type { Schema } from '../property'
import type { Report } from './report'

/** One schema that demands what both do: what `allOf` means, as far as one schema can say it. */
export function merged(a: Schema, b: Schema, at: readonly string[], report: Report): Schema {
  const out = new Map(Object.entries(a))
  for (const [keyword, value] of Object.entries(b)) {
    const own = out.get(keyword)
    out.set(keyword, own === undefined || equal(own, value) ? value : both(keyword, own, value))
  }
  return Object.fromEntries(out)

  function both(keyword: string, one: unknown, other: unknown): unknown {
    switch (keyword) {
      case 'properties':
      case 'patternProperties':
        return mergedProperties(one, other)
      case 'required':
        return [...new Set([...list(one), ...list(other)])]
      case 'enum':
        return list(one).filter((value) => list(other).some((choice) => equal(value, choice)))
      case 'items':
      case 'additionalProperties':
        return one === false || other === false ? false : allOf(one, other)
      case 'nullable':
        return one === true || other === true
      case 'type':
        return mergedType(one, other)
      case 'title':
      case 'description':
      case 'default':
      case 'example':
        return one
      default:
        return mergedBound(keyword, one, other)
    }
  }

  function mergedType(one: unknown, other: unknown): unknown {
    const shared = list(one).filter((type) => list(other).includes(type))
    if (shared.length > 0) return shared.length === 1 ? shared[0] : shared
    if ([...list(one), ...list(other)].every((type) => type === 'integer' || type === 'number')) {
      return 'integer'
    }
    report.say(at, 'Its parts (allOf) have types that exclude each other: the first is taken.')
    return one
  }

  function mergedBound(keyword: string, one: unknown, other: unknown): unknown {
    if (isNumber(one) && isNumber(other)) {
      if (/^(min|exclusiveMin)/.test(keyword)) return one > other ? one : other
      if (/^(max|exclusiveMax)/.test(keyword)) return one < other ? one : other
    }
    if (typeof one === 'boolean' && typeof other === 'boolean') return one || other
    report.say(at, `Its parts (allOf) have two different "${keyword}": the first is taken.`)
    return one
  }
}

function mergedProperties(one: unknown, other: unknown): unknown {
  if (!isRecord(one) || !isRecord(other)) return isRecord(one) ? one : other
  const out = new Map(Object.entries(one))
  for (const [name, schema] of Object.entries(other)) {
    out.set(name, out.has(name) ? allOf(out.get(name), schema) : schema)
  }
  return Object.fromEntries(out)
}

function allOf(one: unknown, other: unknown): unknown {
  if (!isRecord(one)) return other
  return isRecord(other) && !equal(one, other) ? { allOf: [one, other] } : one
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}
