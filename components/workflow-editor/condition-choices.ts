import type { ConditionSettings, ValueSettings } from '@/lib/promise/settings'
import type { Scalar } from '@/lib/render/types'
import type { Property } from '@/lib/schema/property'
import { sourceProperty } from './value-sources'

/** What a value of the table can be, as far as the design says; `undefined` when it can be anything. */
export function knownChoices(
  properties: readonly Property[],
  row: ValueSettings | undefined,
): readonly Scalar[] | undefined {
  if (!row) return undefined
  if (row.map) return [...new Set(row.map.map(({ give }) => give))]
  if ('constant' in row) return [row.constant]
  const property = sourceProperty(properties, row)
  if (property?.type === 'boolean') return [true, false]
  const choices = (property?.enum ?? []).filter((one): one is Scalar =>
    ['string', 'number', 'boolean'].includes(typeof one),
  )
  return choices.length > 0 ? choices : undefined
}

/** What a new condition on a value asks first. */
export function firstCondition(
  value: string,
  choices: readonly Scalar[] | undefined,
): ConditionSettings {
  const [first] = choices ?? []
  return first === undefined ? { value, present: true } : { value, oneOf: [first] }
}

/** The choice in or out of the list; those that are known keep their order. */
export function toggled(
  list: readonly Scalar[],
  choice: Scalar,
  known: readonly Scalar[],
): readonly Scalar[] {
  if (list.includes(choice)) return list.filter((one) => one !== choice)
  const all = [...list, choice]
  return [...known.filter((one) => all.includes(one)), ...all.filter((one) => !known.includes(one))]
}
