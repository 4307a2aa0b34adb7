import { KEYWORDS } from '@/lib/schema/keywords'
import type { SchemaFormProps } from './schema-form'
import { useSchemaField } from './use-schema-field'

/** Keywords that have no field here, and the schema as a whole. */
const ELSEWHERE = [
  '',
  ...KEYWORDS.filter(({ treatment }) => treatment === 'row').map(({ name }) => name),
]

/** What is wrong with the schema beside its fields, in full: in the row there is room for little. */
export function RowFaults({ path }: SchemaFormProps): React.ReactElement | null {
  const field = useSchemaField(path)
  const errors = ELSEWHERE.flatMap((keyword) => field.faults(keyword).errors)
  const warnings = ELSEWHERE.flatMap((keyword) => field.faults(keyword).warnings)
  if (errors.length + warnings.length === 0) return null
  return (
    <ul className="col-span-full mb-2 text-sm">
      {[...new Set(errors)].map((message) => (
        <li key={message} className="text-red">
          {message}
        </li>
      ))}
      {[...new Set(warnings)].map((message) => (
        <li key={message} className="text-amber">
          {message}
        </li>
      ))}
    </ul>
  )
}
