import { CelMap, EvaluationFault, List, Optional, type Value } from '../values/value'
import { declare, type FunctionDeclaration } from './overload'

const unwrap = ({ items }: List) =>
  new List(
    items.flatMap((item) =>
      item instanceof Optional && item.value !== undefined ? [item.value] : [],
    ),
  )

function isZero(value: Value): boolean {
  if (value instanceof List) return value.items.length === 0
  if (value instanceof CelMap) return value.size === 0
  return value === null || value === false || value === 0 || value === 0n || value === ''
}

export const OPTIONALS: readonly FunctionDeclaration[] = declare({
  'optional::of(V): optional(V)': (value: Value) => new Optional(value),
  'optional::ofNonZeroValue(V): optional(V)': (value: Value) =>
    new Optional(isZero(value) ? undefined : value),
  'optional::none(): optional(V)': () => new Optional(undefined),
  'optional(V).value(): V': ({ value }: Optional) => {
    if (value === undefined) throw new EvaluationFault('optional.none() dereference')
    return value
  },
  'optional(V).hasValue(): bool': ({ value }: Optional) => value !== undefined,
  'optional(V).or(optional(V)): optional(V)': (one: Optional, other: Optional) =>
    one.value === undefined ? other : one,
  'optional(V).orValue(V): V': (one: Optional, other: Value) => one.value ?? other,
  'optional::unwrap(list(optional(V))): list(V)': unwrap,
  'list(optional(V)).unwrapOpt(): list(V)': unwrap,
})
