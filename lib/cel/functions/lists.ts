import { compareValues, isSame } from '../values/equality'
import { Duration, EvaluationFault, List, Optional, Uint, type Value } from '../values/value'
import { declare, type FunctionDeclaration } from './overload'
import { duration, int, uint } from './ranges'

const COMPARABLE = ['int', 'uint', 'double', 'bool', 'duration', 'timestamp', 'string', 'bytes']

function isSorted({ items }: List): boolean {
  return items.every((item, i) => i === 0 || (compareValues(items[i - 1] as Value, item) ?? 1) <= 0)
}

const extreme =
  (name: string, sign: number) =>
  ({ items }: List) => {
    const [first, ...rest] = items
    if (first === undefined) throw new EvaluationFault(`${name} called on empty list`)
    return rest.reduce(
      (best, item) => ((compareValues(item, best) ?? 0) * sign > 0 ? item : best),
      first,
    )
  }

const perType = (
  types: readonly string[],
  signature: (type: string) => string,
  call: (list: List) => Value,
) => Object.fromEntries(types.map((type) => [signature(type), call]))

function slice({ items }: List, start: bigint, end: bigint): List {
  const size = BigInt(items.length)
  if (start < 0n || end < 0n) {
    throw new EvaluationFault(`cannot slice(${start}, ${end}), negative indexes not supported`)
  }
  if (start > end) {
    throw new EvaluationFault(
      `cannot slice(${start}, ${end}), start index must be less than or equal to end index`,
    )
  }
  if (size < end)
    throw new EvaluationFault(`cannot slice(${start}, ${end}), list is length ${size}`)
  return new List(items.slice(Number(start), Number(end)))
}

const distinct = ({ items }: List) =>
  new List(items.filter((item, i) => items.findIndex((one) => isSame(one, item)) === i))

const contains = (list: List, part: List) =>
  part.items.every((item) => list.items.some((one) => isSame(item, one)))

const flatten = (list: List, depth = 1n): List =>
  new List(
    list.items.flatMap((item) =>
      item instanceof List ? (depth > 1n ? flatten(item, depth - 1n).items : item.items) : [item],
    ),
  )

const end =
  (at: number) =>
  ({ items }: List) =>
    new Optional(items.at(at))

function sortByKeys({ items }: List, keys: List): List {
  const order = items.map((_, i) => i)
  order.sort((a, b) => compareValues(keys.items[a] as Value, keys.items[b] as Value) ?? 0)
  return new List(order.map((i) => items[i] as Value))
}

/** The lists and sets of Kubernetes and of cel-go's extensions. */
export const LISTS: readonly FunctionDeclaration[] = [
  ...declare({
    ...perType(COMPARABLE, (type) => `list(${type}).isSorted(): bool`, isSorted),
    'list(int).sum(): int': ({ items }: List) =>
      items.reduce<bigint>((sum, item) => int(sum + (item as bigint)), 0n),
    'list(uint).sum(): uint': ({ items }: List) =>
      items.reduce<Uint>((sum, item) => uint(sum.value + (item as Uint).value), new Uint(0n)),
    'list(double).sum(): double': ({ items }: List) =>
      items.reduce<number>((sum, item) => sum + (item as number), 0),
    'list(duration).sum(): duration': ({ items }: List) =>
      items.reduce<Duration>(
        (sum, item) => duration(sum.nanos + (item as Duration).nanos),
        new Duration(0n),
      ),
    ...perType(COMPARABLE, (type) => `list(${type}).max(): ${type}`, extreme('max', 1)),
    ...perType(COMPARABLE, (type) => `list(${type}).min(): ${type}`, extreme('min', -1)),
    'list(A).indexOf(A): int': ({ items }: List, item: Value) =>
      BigInt(items.findIndex((one) => isSame(one, item))),
    'list(A).lastIndexOf(A): int': ({ items }: List, item: Value) =>
      BigInt(items.findLastIndex((one) => isSame(one, item))),
    'list(V).first(): optional(V)': end(0),
    'list(V).last(): optional(V)': end(-1),
    'sets=sets::contains(list(T), list(T)): bool': contains,
    'sets_equivalent=sets::equivalent(list(T), list(T)): bool': (a: List, b: List) =>
      contains(a, b) && contains(b, a),
    'sets=sets::intersects(list(T), list(T)): bool': (a: List, b: List) =>
      a.items.some((item) => b.items.some((one) => isSame(item, one))),
    'list_slice=list(T).slice(int, int): list(T)': slice,
    'list_flatten=list(list(T)).flatten(): list(T)': flatten,
    'list_flatten=list(dyn).flatten(int): list(dyn)': flatten,
    ...perType(
      COMPARABLE,
      (type) => `list_sort=list(${type}).sort(): list(${type})`,
      ({ items }) => new List([...items].sort((a, b) => compareValues(a, b) ?? 0)),
    ),
    ...Object.fromEntries(
      COMPARABLE.map((type) => [
        `list_sort_by=list(T).@sortByAssociatedKeys(list(${type})): list(T)`,
        sortByKeys,
      ]),
    ),
    'lists_range=lists::range(int): list(int)': (count: bigint) =>
      new List(Array.from({ length: Math.max(0, Number(count)) }, (_, i) => BigInt(i))),
    'list_reverse=list(T).reverse(): list(T)': ({ items }: List) => new List(items.toReversed()),
    'list_distinct=list(T).distinct(): list(T)': distinct,
  }),
]
