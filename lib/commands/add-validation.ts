import type { Command } from '@/lib/promise/command'
import type { Path } from '@/lib/promise/path'
import type { Schema } from '@/lib/schema/property'
import { VALIDATIONS, validationsOf } from '@/lib/schema/validations'
import { editPromiseText } from './edit-yaml'
import { onSchema } from './on-promise'
import { insert, setKeyword } from './yaml-edits'

/** Adds a CEL rule to the schema at `path`, after the others. */
export function addValidation(path: Path, rule: Schema): Command {
  const label = 'Add rule'
  return onSchema(label, path, ({ value: promise, schema }) => {
    const count = validationsOf(schema).length
    const list = [...path, VALIDATIONS]
    const edit =
      count > 0 ? insert(list, count, rule) : setKeyword(promise, path, VALIDATIONS, [rule])
    return [editPromiseText({ label, place: [...list, count] }, edit)]
  })
}
