import { regex } from '../regex'
import { CelMap, List, NotEvaluated, Opaque, Optional, type Value } from '../values/value'

const TRAVERSAL = 0.1
const PATTERN = 0.25
/** What making a list costs. */
const LIST = 10
/** So many steps of a regular expression take as long as one unit of cost. */
const STEPS = 200
/** Longer patterns take seconds to compile. */
const LONGEST_PATTERN = 5000
/** Longer texts than a request can hold: the API server makes them, and so runs out of memory. */
const LONGEST_TEXT = 16 * 1024 * 1024

const sizeOfText = (value: Value | undefined) =>
  typeof value === 'string' || value instanceof Uint8Array ? value.length : 0
const countOf = (value: Value | undefined) => (value instanceof List ? value.items.length : 0)

/**
 * How much there is to read of a value, as far as `most`: parts may be shared, so that a small value
 * can be endless to read.
 */
function sizeOf(value: Value, most: number): number {
  if (typeof value !== 'object') return 1 + sizeOfText(value) * TRAVERSAL
  let size = 0
  const visit = (part: Value): void => {
    if (size > most) return
    size += 1 + sizeOfText(part) * TRAVERSAL
    if (part instanceof Optional && part.value !== undefined) visit(part.value)
    if (part instanceof List) for (const item of part.items) visit(item)
    if (part instanceof CelMap) {
      for (const [key, item] of part.entries()) {
        visit(key)
        visit(item)
      }
    }
  }
  visit(value)
  return size
}

function matching(text: Value | undefined, pattern: Value | undefined): number {
  if (typeof pattern !== 'string' || typeof text !== 'string') return 0
  if (pattern.length > LONGEST_PATTERN) throw new NotEvaluated('such a long regular expression')
  const counted = Math.ceil((1 + text.length) * TRAVERSAL) * Math.ceil(pattern.length * PATTERN)
  return Math.max(counted, ((text.length + 1) * regex(pattern).programSize()) / STEPS)
}

const inPairs = (a: Value | undefined, b: Value | undefined) => countOf(a) * countOf(b) * 2

/** What is more than reading all arguments, by the name of a function. */
const MORE: Readonly<Record<string, (args: readonly Value[]) => number>> = {
  matches: ([text, pattern]) => matching(text, pattern),
  find: ([text, pattern]) => matching(text, pattern),
  findAll: ([text, pattern]) => matching(text, pattern),
  contains: ([text, part]) =>
    Math.ceil(sizeOfText(text) * TRAVERSAL) * Math.ceil(sizeOfText(part) * TRAVERSAL),
  indexOf: ([text, part]) => sizeOfText(text) * sizeOfText(part) * TRAVERSAL * TRAVERSAL,
  lastIndexOf: ([text, part]) => sizeOfText(text) * sizeOfText(part) * TRAVERSAL * TRAVERSAL,
  replace: ([text, from, to]) => {
    const count = 1 + sizeOfText(text) / Math.max(1, sizeOfText(from))
    return made(sizeOfText(text) + count * sizeOfText(to))
  },
  join: ([list, separator]) => made(countOf(list) * sizeOfText(separator)),
  split: ([text]) => sizeOfText(text),
  validate: ([format, text]) => {
    const size = format instanceof Opaque ? Number(Object(format.value).regexSize) : 0
    return Math.ceil((1 + sizeOfText(text)) * TRAVERSAL) * Math.ceil(size * PATTERN)
  },
  'lists.range': ([count]) => (typeof count === 'bigint' ? Math.max(0, Number(count)) : 0) + LIST,
  slice: () => LIST,
  reverse: () => LIST,
  flatten: ([list, depth]) =>
    LIST + countOf(list) * (typeof depth === 'bigint' ? Math.max(0, Number(depth)) : 1),
  distinct: ([list]) => LIST + inPairs(list, list) * 1.05,
  sort: ([list]) => LIST + inPairs(list, list) * 1.05,
  '@sortByAssociatedKeys': ([, keys]) => LIST + inPairs(keys, keys) * 1.05,
  'sets.contains': ([a, b]) => inPairs(a, b),
  'sets.equivalent': ([a, b]) => inPairs(a, b) * 2,
  'sets.intersects': ([a, b]) => inPairs(a, b),
  // Lists that are sets or maps are compared item by item.
  '_==_': ([a, b]) => inPairs(a, b) / 2,
  '_!=_': ([a, b]) => inPairs(a, b) / 2,
  '_+_': ([a, b]) => inPairs(a, b) / 2,
}

/** The cost of a text that is not there yet. */
function made(length: number): number {
  if (length > LONGEST_TEXT) throw new NotEvaluated('a text of that length')
  return length * TRAVERSAL
}

/**
 * The cost of a call: no less than what the API server counts, and no less than the work it is here.
 * @param most beyond which it does not matter how much more it is
 * @throws {NotEvaluated} for what would take all memory
 */
export function spendOf(name: string, args: readonly Value[], most: number): number {
  const more = Object.hasOwn(MORE, name) ? (MORE[name]?.(args) ?? 0) : 0
  const sizes = args.map((arg) => sizeOf(arg, most) - 1)
  return 1 + more + sizes.reduce((sum, size) => sum + size, 0)
}
