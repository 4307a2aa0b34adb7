import type { Command } from '@/lib/promise/command'
import type { Path } from '@/lib/promise/path'
import { VALIDATIONS, validationsOf } from '@/lib/schema/validations'
import { editPromiseText } from './edit-yaml'
import { onSchema } from './on-promise'
import { remove } from './yaml-edits'

/** Removes a CEL rule from the schema at `path`, and the keyword with the last one. */
export function removeValidation(path: Path, index: number): Command {
  const label = 'Remove rule'
  return onSchema(label, path, ({ schema }) => {
    const list = [...path, VALIDATIONS]
    const last = validationsOf(schema).length === 1
    return [editPromiseText({ label, place: path }, remove(last ? list : [...list, index]))]
  })
}
