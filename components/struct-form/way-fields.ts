import { formFields } from '@/lib/assist/form-fields'
import type { Way } from '@/lib/commands/parts'
import type { NamedWay } from './field-table'

/** A way with the fields that it may have, by the table of fields. @param struct which takes it */
export function withFields(struct: string, way: NamedWay): Way {
  const type = way.at.reduce<string>(
    (one, key) => formFields(one).find(({ name }) => name === key)?.type ?? '',
    struct,
  )
  const fields = formFields(type).map((field) => [field.name, field.type])
  return { ...way, fields: Object.fromEntries(fields) }
}
