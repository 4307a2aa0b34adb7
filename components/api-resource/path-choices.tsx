import { useMemo } from 'react'
import { AGE_COLUMN, columnChoices, KRATIX_COLUMNS, type NewColumn } from '@/lib/schema/columns'

/** All that a column of a version may usefully show. */
export function allChoices(schema: unknown): readonly NewColumn[] {
  return [...columnChoices(schema), AGE_COLUMN, ...KRATIX_COLUMNS]
}

/** Completes json paths in a text field whose `list` is `id`. */
export function PathChoices({ id, schema }: { readonly id: string; readonly schema: unknown }) {
  const choices = useMemo(() => allChoices(schema), [schema])
  return (
    <datalist id={id}>
      {choices.map(({ jsonPath }) => (
        <option key={jsonPath} value={jsonPath} />
      ))}
    </datalist>
  )
}
