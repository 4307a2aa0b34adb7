import type { Overload } from '../functions/overload'
import type { CelType } from '../types/cel-type'
import { isExactType } from '../types/cel-type'
import { addSizes, fixed, multiplySizes, type Size, scaled, times, UNKNOWN, unionOf } from './size'

/** Reading a text once, and using a regular expression of a length on a text of length one. */
export const TRAVERSAL = 0.1
const PATTERN = 0.25
const FORMAT_PATTERN = 128

/** An argument as the estimate sees it. */
export interface Operand {
  readonly type: CelType
  readonly size: Size | undefined
  /** The size of an item of a list or a text that is counted by its items. */
  readonly itemSize: Size
  /** Of a constant. */
  readonly literal: bigint | undefined
}

export interface CallEstimate {
  readonly cost: number
  readonly size?: Size
}

const known = (operand: Operand | undefined): Size => operand?.size ?? UNKNOWN
const read = (size: Size, factor = 1) => scaled(size.max, factor * TRAVERSAL)
const patternCost = (text: Size, pattern: Size) =>
  times(scaled(text.max + 1, TRAVERSAL), scaled(pattern.max, PATTERN))

type Estimate = (
  target: Operand | undefined,
  args: readonly Operand[],
  overload: Overload,
) => CallEstimate | undefined

const itself: Estimate = (target) => target && { cost: read(known(target)), size: known(target) }
const argument: Estimate = (_, [first]) => first && { cost: read(known(first)) }
const one: Estimate = () => ({ cost: 1 })

const perItem: Estimate = (target) => {
  if (!target) return undefined
  const [item] = target.type.params
  if (!item) return { cost: read(known(target)) }
  const long = item.kind === 'string' || item.kind === 'bytes'
  return { cost: times(known(target).max, 1 + (long ? read(target.itemSize) : 0)) }
}

const replace: Estimate = (target, [from, to]) => {
  if (!target || !from || !to) return undefined
  const [text, old, fresh] = [known(target), known(from), known(to)]
  let [count, kept] = [0, 0]
  if (old.min === 0) [count, kept] = [text.max + 1, text.max]
  else if (fresh.max <= old.min) kept = text.max
  else count = Math.ceil(text.max / old.min)
  return { cost: read(text, 2), size: { min: 0, max: times(count, fresh.max) + kept } }
}

const split: Estimate = (target, [, limit]) => {
  if (!target) return undefined
  const text = known(target)
  const literal = limit?.literal
  const max = literal === undefined ? text.max : Number(BigInt.asUintN(64, literal))
  return { cost: read(text, 2), size: { min: 0, max } }
}

const join: Estimate = (target, [separator]) => {
  if (!target) return undefined
  const list = known(target)
  const counted = target.type.params.length > 0
  let size = counted ? multiplySizes(list, target.itemSize) : { min: 0, max: 0 }
  if (separator) {
    const between = { min: Math.max(0, list.min - 1), max: Math.max(0, list.max - 1) }
    size = addSizes(size, multiplySizes(known(separator), between))
  }
  return { cost: read(size), size }
}

const find: Estimate = (target, [pattern]) =>
  target &&
  pattern && {
    cost: patternCost(known(target), known(pattern)),
    size: { min: 0, max: known(target).max },
  }

const CONTAINS = scaled(32, TRAVERSAL)

/** What Kubernetes counts by the name of a function (`library.CostEstimator`). */
const BY_NAME: Readonly<Record<string, Estimate>> = {
  ...Object.fromEntries(
    ['isSorted', 'sum', 'max', 'min', 'indexOf', 'lastIndexOf'].map((name) => [name, perItem]),
  ),
  url: (_, [first]) => first && { cost: read(known(first)), size: known(first) },
  lowerAscii: itself,
  upperAscii: itself,
  substring: itself,
  trim: itself,
  replace,
  split,
  join,
  find,
  findAll: find,
  cidr: argument,
  isIP: argument,
  isCIDR: argument,
  ip: (target, args, overload) =>
    overload.id === 'cidr_ip' ? { cost: 1 } : argument(target, args, overload),
  'ip.isCanonical': (_, [first]) => first && { cost: read(known(first), 2) },
  containsIP: (_, [first], { id }) =>
    first && {
      cost: CONTAINS + (id === 'cidr_contains_ip_string' ? read(known(first)) : 0),
    },
  containsCIDR: (_, [first], { id }) =>
    first && {
      cost:
        CONTAINS +
        scaled(16, TRAVERSAL) +
        1 +
        (id === 'cidr_contains_cidr_string' ? read(known(first)) : 0),
    },
  quantity: argument,
  isQuantity: argument,
  semver: argument,
  isSemver: argument,
  validate: (_, [first]) => first && { cost: scaled(read(known(first)), FORMAT_PATTERN * PATTERN) },
  ...Object.fromEntries(
    'format.named masked prefixLength family isUnspecified isLoopback isLinkLocalMulticast isLinkLocalUnicast isGlobalUnicast sign asInteger isInteger asApproximateFloat isGreaterThan isLessThan compareTo add sub major minor patch getScheme getHostname getHost getPort getEscapedPath getQuery'
      .split(' ')
      .map((name) => [name, one]),
  ),
  '_==_': (_, [first, second]) => first && second && equality(first, second),
}

function equality(a: Operand, b: Operand): CallEstimate | undefined {
  if (!isExactType(a.type, b.type)) return undefined
  const { kind, name } = a.type
  if (kind === 'opaque' && name.startsWith('net.')) return { cost: 1 }
  if (kind !== 'struct') return undefined
  if (name === 'kubernetes.NamedFormat') return { cost: scaled(64, TRAVERSAL) }
  if (name === 'kubernetes.URL') return { cost: scaled(b.size?.max ?? 1, TRAVERSAL) }
  return name === 'kubernetes.Quantity' || name === 'kubernetes.Semver' ? { cost: 1 } : undefined
}

const compared: Estimate = (_, [a, b]) => ({
  cost: scaled(Math.min(known(a).max, known(b).max), TRAVERSAL),
})
const sets =
  (factor: number): Estimate =>
  (_, [a, b]) => ({ cost: scaled(times(known(a).max, known(b).max), factor) + 1 })

/** What cel-go counts by the overload. */
const BY_OVERLOAD: Readonly<Record<string, Estimate>> = {
  string_format: (target) => ({ cost: read(known(target)) }),
  string_to_bytes: (_, [text]) => ({
    cost: read(known(text)),
    size: { min: known(text).min, max: times(known(text).max, 4) },
  }),
  strings_quote: (_, [text]) => {
    const { min, max } = known(text)
    // What has no bound begins again at nought.
    const most = max === Number.POSITIVE_INFINITY ? 0 : max * 2 + 2
    return { cost: read(known(text)), size: { min: min + 2, max: most } }
  },
  bytes_to_string: (_, [bytes]) => ({
    cost: read(known(bytes)),
    size: { min: known(bytes).min / 4, max: known(bytes).max },
  }),
  starts_with_string: argument,
  ends_with_string: argument,
  in_list: (_, [, list]) => ({ cost: known(list).max }),
  matches_string: (target, [pattern]) => ({ cost: patternCost(known(target), known(pattern)) }),
  contains_string: (target, [part]) => ({ cost: times(read(known(target)), read(known(part))) }),
  conditional: (_, [, yes, no]) => ({ cost: 0, size: unionOf(known(yes), known(no)) }),
  logical_and: () => ({ cost: 0 }),
  logical_or: () => ({ cost: 0 }),
  add_list: (_, [a, b]) => ({ cost: 1, size: addSizes(known(a), known(b)) }),
  add_text: (_, [a, b]) => {
    const size = addSizes(known(a), known(b))
    return { cost: read(size), size }
  },
  compare_text: compared,
  equals: compared,
}

/** A call and the list that it makes. */
const MADE = 11
const listCall = (size: Size, factor = 1): CallEstimate => ({
  cost: scaled(size.max, factor) + MADE,
  size,
})

/** The value of a constant as cel-go takes it for a size. */
const literalSize = ({ literal }: Operand, other: number) =>
  literal === undefined ? other : Math.max(0, Number(literal))

const sorted = (list: Operand, item: CelType | undefined): CallEstimate => {
  const long = item?.kind === 'string' || item?.kind === 'bytes'
  const size = known(list)
  return listCall(multiplySizes(size, size), 2 + (long ? TRAVERSAL : 0))
}

/** What the extensions of cel-go count themselves, before Kubernetes is asked. */
const BY_EXTENSION: Readonly<Record<string, Estimate>> = {
  sets: sets(1),
  sets_equivalent: sets(2),
  list_slice: (target, [start, end]) => {
    if (!target || !start || !end) return undefined
    const count = literalSize(end, known(target).max) - literalSize(start, 0)
    // Below nought the numbers of cel-go begin again at the top.
    return listCall(fixed(count >= 0 ? count : Number.POSITIVE_INFINITY))
  },
  lists_range: (_, [count]) =>
    count && listCall(fixed(literalSize(count, Number.POSITIVE_INFINITY))),
  list_reverse: (target) => target && listCall(known(target)),
  list_flatten: (target, [depth]) =>
    target && listCall(known(target), depth ? literalSize(depth, Number.POSITIVE_INFINITY) : 1),
  list_distinct: (target) => target && listCall(multiplySizes(known(target), known(target)), 2),
  list_sort: (target, _, { args }) => target && sorted(target, args[0]?.params[0]),
  list_sort_by: (_, [keys], { args }) => keys && sorted(keys, args[1]?.params[0]),
}

/** The most that one call of a function costs, without its arguments (checker/cost.go of cel-go). */
export function callCost(
  name: string,
  overload: Overload,
  target: Operand | undefined,
  args: readonly Operand[],
): CallEstimate {
  const estimates = [BY_EXTENSION[overload.id], BY_NAME[name], BY_OVERLOAD[overload.id]]
  for (const estimate of estimates) {
    const found = estimate?.(target, args, overload)
    if (found) return found
  }
  return { cost: 1 }
}
