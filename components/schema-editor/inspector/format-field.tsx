import { useRef, useState } from 'react'
import { useDesigner } from '@/components/designer/use-designer'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import { type FormatChoice, formatChoices, formatNamed } from '@/lib/schema/format-choices'
import { hasKubernetes, KUBERNETES_FACTS, lacking, targetOf } from '@/lib/schema/target'
import { valueKind } from '@/lib/schema/value-kind'
import type { SchemaFormProps } from './schema-form'
import { useSchemaField } from './use-schema-field'

/** The format of a value: one that the API server checks, or a name of another. */
export function FormatField({ path, schema, disabled }: SchemaFormProps): React.ReactElement {
  const field = useSchemaField(path)
  const target = targetOf(useDesigner((state) => state.settings))
  const kind = valueKind(schema)
  const format = typeof schema.format === 'string' ? schema.format : ''
  const [naming, setNaming] = useState(false)
  const other = useRef<HTMLInputElement>(null)
  const known = formatNamed(kind, format)
  const isOther = known === undefined && (format !== '' || naming)
  const needs = known?.needs
  const late = needs && !hasKubernetes(target, needs) ? lacking(KUBERNETES_FACTS[needs]) : undefined
  const help = known
    ? (late ?? `Checked: ${known.meaning}${since(known)}.`)
    : isOther
      ? 'Not checked by the API server; tools may show it.'
      : undefined
  const choices = formatChoices(kind, target)
  const offered = known && !choices.includes(known) ? [known, ...choices] : choices
  return (
    <div className={isOther ? 'grid grid-cols-2 gap-x-2.5' : undefined}>
      <SelectField
        label="Format"
        disabled={disabled}
        {...field.says('format')}
        help={isOther ? undefined : help}
        {...field.place('format')}
        value={isOther ? 'other' : (known?.name ?? 'none')}
        options={[
          { value: 'none', label: 'none' },
          ...offered.map(({ name, meaning }) => ({
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

function since({ needs }: FormatChoice): string {
  return needs ? `, since Kubernetes 1.${KUBERNETES_FACTS[needs].kubernetes}` : ''
}
