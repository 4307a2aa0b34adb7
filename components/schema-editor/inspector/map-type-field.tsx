import { SelectField } from '@/components/ui/select-field'
import type { SchemaFormProps } from './schema-form'
import { useSchemaField } from './use-schema-field'

const MAP_TYPE = 'x-kubernetes-map-type'
const OPTIONS = [
  { value: 'none', label: 'field by field (not said)' },
  { value: 'granular', label: 'granular – field by field' },
  { value: 'atomic', label: 'atomic – as a whole' },
]

/** How changes of several writers to an object come together. */
export function MapTypeField({ path, schema, disabled }: SchemaFormProps): React.ReactElement {
  const field = useSchemaField(path)
  const type = schema[MAP_TYPE]
  const known = OPTIONS.find(({ value }) => value === type)
  const strange = type !== undefined && !known ? [{ value: 'strange', label: String(type) }] : []
  return (
    <SelectField
      label="Map type"
      disabled={disabled}
      {...field.says(MAP_TYPE)}
      {...field.place(MAP_TYPE)}
      value={strange.length > 0 ? 'strange' : (known?.value ?? 'none')}
      options={[...OPTIONS, ...strange]}
      onChange={(choice) => {
        if (choice !== 'strange') field.set(MAP_TYPE, choice === 'none' ? undefined : choice)
      }}
    />
  )
}
