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

/** Whether the value of a condition is certainly there when it holds. */
export function asksForPresence(condition: Condition, name: string): boolean {
  return condition.value === name && !('present' in condition && !condition.present)
}

/** The values with those marked whose absence a condition asks for. */
export function withOptional(
  values: readonly RenderValue[],
  conditions: Readonly<Record<string, Condition>>,
): readonly RenderValue[] {
  const asked = new Set(
    Object.values(conditions).flatMap((one) => ('present' in one ? [one.value] : [])),
  )
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
