import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { SelectField } from '@/components/ui/select-field'
import { type ListType, setListMapKeys, setListType } from '@/lib/commands/set-list-type'
import { setRequired } from '@/lib/commands/set-required'
import { type KeyChoice, keyChoices, listMapKeys } from '@/lib/schema/list-keys'
import type { SchemaFormProps } from './schema-form'
import { useSchemaField } from './use-schema-field'

const LIST_TYPE = 'x-kubernetes-list-type'
const KEYS = 'x-kubernetes-list-map-keys'

const OPTIONS = [
  { value: 'none', label: 'as a whole (not said)' },
  { value: 'atomic', label: 'atomic – as a whole' },
  { value: 'set', label: 'set – values are unique, and merged' },
  { value: 'map', label: 'map – items are told apart by keys, and merged' },
] as const

/** How changes of several writers to a list come together, and for a map by which keys. */
export function ListTypeField({ path, schema, disabled }: SchemaFormProps): React.ReactElement {
  const field = useSchemaField(path)
  const type = schema[LIST_TYPE]
  const known = OPTIONS.find(({ value }) => value === type)
  const strange = type !== undefined && !known ? [{ value: 'strange', label: String(type) }] : []
  return (
    <>
      <SelectField
        label="List type"
        disabled={disabled}
        {...field.says(LIST_TYPE)}
        {...field.place(LIST_TYPE)}
        value={strange.length > 0 ? 'strange' : (known?.value ?? 'none')}
        options={[...OPTIONS, ...strange]}
        onChange={(choice) => {
          if (choice === 'strange') return
          field.run(setListType(path, choice === 'none' ? undefined : (choice as ListType)))
        }}
      />
      {type === 'map' || listMapKeys(schema).length > 0 ? (
        <MapKeys {...{ path, schema, disabled }} />
      ) : null}
    </>
  )
}

const FAULTS: Record<NonNullable<KeyChoice['fault']>, string> = {
  missing: 'the items have no such property',
  'not-scalar': 'only a scalar can be a key',
  optional: 'it must be required or have a default',
  nullable: 'it cannot be nullable',
}

function MapKeys({ path, schema, disabled }: SchemaFormProps): React.ReactElement {
  const field = useSchemaField(path)
  const choices = keyChoices(schema)
  const keys = listMapKeys(schema)
  const id = `keys-${path.join('-')}`
  return (
    <Field id={id} label="Keys of the items" labelAs="span" {...field.says(KEYS)}>
      {choices.length === 0 ? (
        <p className="text-faint text-sm">
          The items have no scalar property that could tell them apart.
        </p>
      ) : null}
      <ul aria-labelledby={`${id}-label`}>
        {choices.map(({ name, chosen, fault }, i) => (
          <li key={name} className="flex flex-wrap items-center gap-x-1">
            <label className="flex min-h-6 cursor-pointer items-center gap-2">
              <input
                type="checkbox"
                className="size-3.5 accent-(--accent)"
                {...(i === 0 ? field.place(KEYS) : {})}
                disabled={disabled}
                checked={chosen}
                onChange={() =>
                  field.run(
                    setListMapKeys(
                      path,
                      chosen ? keys.filter((key) => key !== name) : [...keys, name],
                    ),
                  )
                }
              />
              <code>{name}</code>
              {fault ? (
                <span className={chosen ? 'text-red text-sm' : 'text-faint text-sm'}>
                  {chosen || fault !== 'optional' ? FAULTS[fault] : 'would become required'}
                </span>
              ) : null}
            </label>
            {chosen && fault === 'optional' ? (
              <Button
                variant="link"
                size="sm"
                disabled={disabled}
                onClick={() => field.run(setRequired([...path, 'items', 'properties', name], true))}
              >
                make required
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Field>
  )
}
