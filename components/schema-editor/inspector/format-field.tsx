import { useRef, useState } from 'react'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import { formatChoices, formatNamed } from '@/lib/schema/format-choices'
import { valueKind } from '@/lib/schema/value-kind'
import type { SchemaFormProps } from './schema-form'
import { useSchemaField } from './use-schema-field'

/** The format of a value: one that the API server checks, or a name of another. */
export function FormatField({ path, schema, disabled }: SchemaFormProps): React.ReactElement {
  const field = useSchemaField(path)
  const kind = valueKind(schema)
  const format = typeof schema.format === 'string' ? schema.format : ''
  const [naming, setNaming] = useState(false)
  const other = useRef<HTMLInputElement>(null)
  const known = formatNamed(kind, format)
  const isOther = known === undefined && (format !== '' || naming)
  const help = known
    ? `Checked: ${known.meaning}${known.since ? `, since Kubernetes 1.${known.since}` : ''}.`
    : isOther
      ? 'Not checked by the API server; tools may show it.'
      : undefined
  return (
    <div className={isOther ? 'grid grid-cols-2 gap-x-2.5' : undefined}>
      <SelectField
        label="Format"
        disabled={disabled}
        error={field.fault('format')}
        help={isOther ? undefined : help}
        {...field.place('format')}
        value={isOther ? 'other' : (known?.name ?? 'none')}
        options={[
          { value: 'none', label: 'none' },
          ...formatChoices(kind).map(({ name, meaning }) => ({
            value: name,
            label: `${name} – ${meaning}`,
          })),
          { value: 'other', label: 'another, not checked…' },
        ]}
        onChange={(choice) => {
          setNaming(choice === 'other')
          if (choice === 'other') {
            if (known) field.set('format', undefined)
            requestAnimationFrame(() => other.current?.focus())
          } else field.set('format', choice === 'none' ? undefined : choice)
        }}
      />
      {isOther ? (
        <TextField
          ref={other}
          label="Name of the format"
          mono
          disabled={disabled}
          help={help}
          value={format}
          onChange={(text) => {
            setNaming(true)
            field.set('format', text === '' ? undefined : text)
          }}
        />
      ) : null}
    </div>
  )
}
