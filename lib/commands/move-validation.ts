import type { Command } from '@/lib/promise/command'
import type { Path } from '@/lib/promise/path'
import { VALIDATIONS, validationsOf } from '@/lib/schema/validations'
import { moveItem } from './move-item'
import { onSchema } from './on-promise'

/** Moves a CEL rule of the schema at `path` before another, or to the end. */
export function moveValidation(path: Path, index: number, before: number | undefined): Command {
  const label = 'Move rule'
  return onSchema(label, path, ({ schema }) => {
    const list = [...path, VALIDATIONS]
    return [moveItem(label, [...list, index], list, before, validationsOf(schema).length)]
  })
}
