import { equal as equalJson } from '@/lib/schema/misfit'
import { formatType } from '../types/cel-type'
import {
  Broken,
  CelMap,
  CelObject,
  Duration,
  EvaluationFault,
  Hidden,
  List,
  NotEvaluated,
  Opaque,
  Optional,
  Timestamp,
  TypeValue,
  Uint,
  type Value,
} from './value'

/** Whether `a == b` in CEL: numbers compare across their types, values of other types are unequal. */
export function equalValues(a: Value, b: Value): boolean {
  const [x, y] = [numberOf(a), numberOf(b)]
  // A number too large for a double still compares by its exact value.
  if (x !== undefined && y !== undefined) return compareNumbers(x, y) === 0
  if (a instanceof Opaque && b !== null) return equalOpaque(a, b)
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') {
    return isContainer(a) && b !== null ? differingContainers() : a === b
  }
  if (isContainer(a) && a.constructor !== b.constructor) return differingContainers()
  if (a instanceof List) return b instanceof List && equalLists(a, b)
  if (a instanceof CelMap) return b instanceof CelMap && equalMaps(a, b)
  if (a instanceof CelObject) return b instanceof CelObject && equalObjects(a, b)
  if (a instanceof Uint8Array) return b instanceof Uint8Array && compareBytes(a, b) === 0
  if (a instanceof Duration) return b instanceof Duration && a.nanos === b.nanos
  if (a instanceof Timestamp) return b instanceof Timestamp && a.nanos === b.nanos
  if (a instanceof TypeValue) {
    return b instanceof TypeValue && formatType(a.type) === formatType(b.type)
  }
  if (a instanceof Broken || b instanceof Broken)
    throw new NotEvaluated('a value that cannot be read')
  if (a instanceof Hidden) return b instanceof Hidden && equalJson(a.value, b.value)
  if (!(a instanceof Optional && b instanceof Optional)) return false
  if (a.value === undefined || b.value === undefined) return a.value === b.value
  return equalValues(a.value, b.value)
}

/** Where other values are unequal, those of a library have no answer. */
function equalOpaque(a: Opaque, b: Value): boolean {
  if (!(b instanceof Opaque) || a.type !== b.type || b.incomparable) {
    throw new EvaluationFault('no such overload')
  }
  return a.equals(b.value)
}

/** Of lists and maps: how cel-go takes parts that have no answer depends on how they were made. */
function equalParts(a: Value, b: Value): boolean {
  try {
    return equalValues(a, b)
  } catch (error) {
    return error instanceof EvaluationFault ? differingContainers() : raise(error)
  }
}

function raise(error: unknown): never {
  throw error
}

/** Whether an item of a list is what is looked for: what cannot be compared is not. */
export function isSame(wanted: Value, item: Value): boolean {
  try {
    return equalValues(wanted, item)
  } catch (error) {
    return error instanceof EvaluationFault ? false : raise(error)
  }
}

function isContainer(value: Value): value is List | CelMap | CelObject {
  return value instanceof List || value instanceof CelMap || value instanceof CelObject
}

/** A part of a request has an error where a list of the rule itself is only unequal. */
function differingContainers(): never {
  throw new NotEvaluated('a comparison of different types')
}

function equalLists(a: List, b: List): boolean {
  if (a.items.length !== b.items.length) return false
  if (a.kind === 'set') {
    return b.items.every((item) => a.items.some((other) => equalParts(item, other)))
  }
  if (a.kind === 'map') {
    return b.items.every((item) => {
      const same = a.items.findLast((other) => sameKeys(a.keys, other, item))
      return same !== undefined && equalParts(same, item)
    })
  }
  return a.items.every((item, i) => equalParts(item, b.items[i] as Value))
}

/** Whether two items of a list map are the same entry. */
export function sameKeys(keys: readonly string[], a: Value, b: Value): boolean {
  if (!(a instanceof CelObject && b instanceof CelObject)) return false
  return keys.every((key) => {
    const [x, y] = [a.fields.get(key), b.fields.get(key)]
    return x === undefined || y === undefined ? x === y : equalValues(x, y)
  })
}

function equalMaps(a: CelMap, b: CelMap): boolean {
  return (
    a.size === b.size &&
    a.entries().every(([key, value]) => {
      const other = b.get(key)
      return other !== undefined && equalParts(value, other)
    })
  )
}

function equalObjects(a: CelObject, b: CelObject): boolean {
  if (a.fields.size !== b.fields.size || !equalJson(a.hidden, b.hidden)) return false
  return [...a.fields].every(([key, value]) => {
    const other = b.fields.get(key)
    return other !== undefined && equalParts(value, other)
  })
}

function numberOf(value: Value): bigint | number | undefined {
  if (value instanceof Uint) return value.value
  return typeof value === 'bigint' || typeof value === 'number' ? value : undefined
}

/** `undefined` where no order is, as with not-a-number. */
export function compareNumbers(a: bigint | number, b: bigint | number): number | undefined {
  if (a < b) return -1
  if (a > b) return 1
  return Number.isNaN(a) || Number.isNaN(b) ? undefined : 0
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return Math.sign(difference)
  }
  return Math.sign(a.length - b.length)
}

/** The order of two values that have one; strings by their UTF-8. */
export function compareValues(a: Value, b: Value): number | undefined {
  const [x, y] = [numberOf(a), numberOf(b)]
  if (x !== undefined && y !== undefined) return compareNumbers(x, y)
  if (typeof a === 'string' && typeof b === 'string') {
    return compareBytes(new TextEncoder().encode(a), new TextEncoder().encode(b))
  }
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b)
  if (a instanceof Uint8Array && b instanceof Uint8Array) return compareBytes(a, b)
  const moments = a instanceof Duration && b instanceof Duration
  if (moments || (a instanceof Timestamp && b instanceof Timestamp)) {
    return compareNumbers(a.nanos, (b as Duration).nanos)
  }
  return undefined
}
