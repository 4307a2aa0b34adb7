import { compareValues, equalValues, isSame, sameKeys } from '../values/equality'
import {
  CelMap,
  type Duration,
  EvaluationFault,
  List,
  type Timestamp,
  type Uint,
  type Value,
} from '../values/value'
import { declare, type FunctionDeclaration } from './overload'
import { duration, int, timestamp, uint } from './ranges'

const equals = (a: Value, b: Value) => equalValues(a, b)
/** What cannot be compared is not equal. */
const differs = (a: Value, b: Value) => !isSame(a, b)

/** Pairs of types that have an order; those across numbers since Kubernetes 1.28. */
const ORDERED = [
  'bool, bool',
  'int, int',
  'int, double',
  'int, uint',
  'uint, uint',
  'uint, double',
  'uint, int',
  'double, double',
  'double, int',
  'double, uint',
  'string, string',
  'bytes, bytes',
  'timestamp, timestamp',
  'duration, duration',
]

function ordered(name: string, holds: (order: number) => boolean) {
  const call = (a: Value, b: Value) => {
    const order = compareValues(a, b)
    return order !== undefined && holds(order)
  }
  return Object.fromEntries(
    ORDERED.map((types) => {
      const text = types === 'string, string' || types === 'bytes, bytes'
      return [`${text ? 'compare_text=' : ''}${name}(${types}): bool`, call]
    }),
  )
}

const nonZero = (value: bigint, message: string) => {
  if (value === 0n) throw new EvaluationFault(message)
  return value
}

export const OPERATORS: readonly FunctionDeclaration[] = declare({
  'conditional=_?_:_(bool, A, A): A': undefined,
  'logical_and=_&&_(bool, bool): bool': undefined,
  'logical_or=_||_(bool, bool): bool': undefined,
  '!_(bool): bool': (a: boolean) => !a,
  '@not_strictly_false(bool): bool': undefined,
  'equals=_==_(A, A): bool': equals,
  'equals=_!=_(A, A): bool': differs,

  'add_text=_+_(bytes, bytes): bytes': (a: Uint8Array, b: Uint8Array) =>
    new Uint8Array([...a, ...b]),
  '_+_(double, double): double': (a: number, b: number) => a + b,
  '_+_(duration, duration): duration': (a: Duration, b: Duration) => duration(a.nanos + b.nanos),
  '_+_(duration, timestamp): timestamp': (a: Duration, b: Timestamp) =>
    timestamp(a.nanos + b.nanos),
  '_+_(timestamp, duration): timestamp': (a: Timestamp, b: Duration) =>
    timestamp(a.nanos + b.nanos),
  '_+_(int, int): int': (a: bigint, b: bigint) => int(a + b),
  'add_list=_+_(list(A), list(A)): list(A)': addLists,
  'add_text=_+_(string, string): string': (a: string, b: string) => a + b,
  '_+_(uint, uint): uint': (a: Uint, b: Uint) => uint(a.value + b.value),

  '_/_(double, double): double': (a: number, b: number) => a / b,
  '_/_(int, int): int': (a: bigint, b: bigint) => int(a / nonZero(b, 'division by zero')),
  '_/_(uint, uint): uint': (a: Uint, b: Uint) =>
    uint(a.value / nonZero(b.value, 'division by zero')),
  '_%_(int, int): int': (a: bigint, b: bigint) => int(a % nonZero(b, 'modulus by zero')),
  '_%_(uint, uint): uint': (a: Uint, b: Uint) =>
    uint(a.value % nonZero(b.value, 'modulus by zero')),
  '_*_(double, double): double': (a: number, b: number) => a * b,
  '_*_(int, int): int': (a: bigint, b: bigint) => int(a * b),
  '_*_(uint, uint): uint': (a: Uint, b: Uint) => uint(a.value * b.value),
  '-_(double): double': (a: number) => -a,
  '-_(int): int': (a: bigint) => int(-a),
  '_-_(double, double): double': (a: number, b: number) => a - b,
  '_-_(duration, duration): duration': (a: Duration, b: Duration) => duration(a.nanos - b.nanos),
  '_-_(int, int): int': (a: bigint, b: bigint) => int(a - b),
  '_-_(timestamp, duration): timestamp': (a: Timestamp, b: Duration) =>
    timestamp(a.nanos - b.nanos),
  '_-_(timestamp, timestamp): duration': (a: Timestamp, b: Timestamp) =>
    duration(a.nanos - b.nanos),
  '_-_(uint, uint): uint': (a: Uint, b: Uint) => uint(a.value - b.value),

  ...ordered('_<_', (order) => order < 0),
  ...ordered('_<=_', (order) => order <= 0),
  ...ordered('_>_', (order) => order > 0),
  ...ordered('_>=_', (order) => order >= 0),

  'index_list=_[_](list(A), int): A': undefined,
  'index_map=_[_](map(A, B), A): B': undefined,
  '_[_](optional(list(V)), int): optional(V)': undefined,
  '_[_](optional(map(K, V)), K): optional(V)': undefined,
  '_[?_](list(V), int): optional(V)': undefined,
  '_[?_](optional(list(V)), int): optional(V)': undefined,
  '_[?_](map(K, V), K): optional(V)': undefined,
  '_[?_](optional(map(K, V)), K): optional(V)': undefined,

  'in_list=@in(A, list(A)): bool': (item: Value, { items }: List) =>
    items.some((one) => isSame(item, one)),
  '@in(A, map(A, B)): bool': (key: Value, map: CelMap) => map.get(key) !== undefined,
  'cel::@mapInsert(map(K, V), K, V): map(K, V)': insert,
  'cel::@mapInsert(map(K, V), map(K, V)): map(K, V)': (map: CelMap, more: CelMap) =>
    more.entries().reduce((all, [key, value]) => insert(all, key, value), map),
})

function insert(map: CelMap, key: Value, value: Value): CelMap {
  if (map.get(key) !== undefined)
    throw new EvaluationFault(`insert failed: key ${key} already exists`)
  return new CelMap([...map.entries(), [key, value]])
}

/** Lists that are sets or maps are merged (kratix.md 4.8). */
function addLists(a: List, b: List): List {
  if (a.kind === 'atomic') return new List([...a.items, ...b.items])
  const items = [...a.items]
  for (const item of b.items) {
    const at = items.findIndex((one) =>
      a.kind === 'set' ? equalValues(one, item) : sameKeys(a.keys, one, item),
    )
    if (at < 0) items.push(item)
    else if (a.kind === 'map') items[at] = item
  }
  return new List(items, a.kind, a.keys)
}
