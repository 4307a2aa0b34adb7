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
  const messages = ELSEWHERE.flatMap((keyword) => field.faults(keyword))
  if (messages.length === 0) return null
  return (
    <ul className="col-span-full mb-2 text-red text-sm">
      {messages.map((message) => (
        <li key={message}>{message}</li>
      ))}
    </ul>
  )
}
