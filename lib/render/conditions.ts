import { fail, type Read } from './identity'
import { unknownValue } from './messages'
import type { Condition, RenderValue, Values } from './types'

/** Whether a template is written. */
export function holds(condition: Condition, values: Values): Read<boolean> {
  if (!values.has(condition.value)) return fail(unknownValue(condition.value))
  const value = values.get(condition.value)
  if ('present' in condition)
    return { ok: true, value: (value !== undefined) === condition.present }
  return { ok: true, value: value !== undefined && condition.oneOf.includes(value) }
}

/** Names of the values of which a condition asks whether they are there. */
export function askedFor(conditions: readonly Condition[]): ReadonlySet<string> {
  return new Set(conditions.flatMap((one) => ('present' in one ? [one.value] : [])))
}

/** The values with those marked that may be absent because a condition asks for it. */
export function withOptional(
  values: readonly RenderValue[],
  conditions: Readonly<Record<string, Condition>>,
): readonly RenderValue[] {
  const asked = askedFor(Object.values(conditions))
  return values.map((value) =>
    value.default === undefined && canBeAbsent(value) && asked.has(value.name)
      ? { ...value, optional: true }
      : value,
  )
}

/** Name and namespace are checked before all values. */
function canBeAbsent({ source }: RenderValue): boolean {
  return source.kind === 'spec' || source.kind === 'label'
}

/** The names among `optional` that may be absent where a template of this condition is written. */
export function absentUnder(
  condition: Condition | undefined,
  optional: Iterable<string>,
): ReadonlySet<string> {
  const absent = new Set(optional)
  // Asked for absence, it is absent for sure.
  if (condition && !('present' in condition && !condition.present)) absent.delete(condition.value)
  return absent
}
