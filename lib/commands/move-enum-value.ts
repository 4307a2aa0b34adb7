import type { Command } from '@/lib/promise/command'
import { type Path, valueAt } from '@/lib/promise/path'
import { moveItem } from './move-item'
import { onPromise } from './on-promise'

/** Moves a value of an enum before another, or to the end. */
export function moveEnumValue(path: Path, index: number, before: number | undefined): Command {
  const label = 'Move value'
  return onPromise(label, ({ value }) => {
    const list = [...path, 'enum']
    const values = valueAt(value, list)
    const length = Array.isArray(values) ? values.length : 0
    return [moveItem(label, [...list, index], list, before, length)]
  })
}
