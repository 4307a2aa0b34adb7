import { Button } from '@/components/ui/button'
import { DraftField } from '@/components/ui/draft-field'
import { SelectField } from '@/components/ui/select-field'
import { isRecord } from '@/lib/promise/path'
import { completeDefault } from '@/lib/schema/complete-default'
import { equal, misfit, show } from '@/lib/schema/misfit'
import { type ValueKind, valueKind } from '@/lib/schema/value-kind'
import { isOneLine, readValueText, valueText } from '@/lib/schema/value-text'
import { useKeptDraft } from '../kept-drafts'
import type { SchemaFormProps } from './schema-form'
import { type SchemaFaults, useSchemaField } from './use-schema-field'
import { YamlKeyword } from './yaml-keyword'

export interface ValueKeywordProps extends SchemaFormProps {
  readonly keyword: 'default' | 'example'
  readonly label: string
}

/** A value of the schema itself, typed as its values are: a choice, one line, or YAML. */
export function ValueKeyword(props: ValueKeywordProps): React.ReactElement {
  const { schema } = props
  const choices = choicesOf(schema)
  if (choices) return <ChoiceValue {...props} choices={choices} />
  return isOneLine(valueKind(schema)) ? <LineValue {...props} /> : <YamlValue {...props} />
}

function choicesOf(schema: SchemaFormProps['schema']): readonly unknown[] | undefined {
  if (Array.isArray(schema.enum) && schema.enum.length > 0) return schema.enum
  return schema.type === 'boolean' ? [true, false] : undefined
}

function ChoiceValue(
  props: ValueKeywordProps & { readonly choices: readonly unknown[] },
): React.ReactElement {
  const { path, schema, disabled, keyword, label, choices } = props
  const field = useSchemaField(path)
  const faults = useFaults(props)
  const value = schema[keyword]
  const at = choices.findIndex((choice) => equal(choice, value))
  const strange = value !== undefined && at < 0
  return (
    <SelectField
      label={label}
      mono
      disabled={disabled}
      error={faults.errors[0]}
      warning={faults.warnings[0]}
      {...field.place(keyword)}
      value={strange ? 'strange' : at < 0 ? 'none' : String(at)}
      options={[
        { value: 'none', label: 'none' },
        ...choices.map((choice, i) => ({ value: String(i), label: labelOf(choice) })),
        ...(strange ? [{ value: 'strange', label: labelOf(value) }] : []),
      ]}
      onChange={(choice) => {
        if (choice === 'strange') return
        field.set(keyword, choice === 'none' ? undefined : choices[Number(choice)])
      }}
    />
  )
}

function labelOf(value: unknown): string {
  return value === '' || typeof value === 'object' ? show(value) : String(value)
}

function LineValue(props: ValueKeywordProps): React.ReactElement {
  const { path, schema, disabled, keyword, label } = props
  const field = useSchemaField(path)
  const kind = valueKind(schema)
  const kept = useKeptDraft([...path, keyword])
  const faults = useFaults(props)
  return (
    <DraftField
      label={label}
      mono
      disabled={disabled}
      error={faults.errors[0]}
      warning={faults.warnings[0]}
      placeholder={LINE_PLACEHOLDERS[kind] ?? 'none'}
      {...field.place(keyword)}
      value={valueText(schema[keyword], schema)}
      kept={kept}
      check={(text) => {
        if (text === '') return undefined
        const read = readValueText(text, schema)
        return read.ok ? undefined : read.reason
      }}
      means={(text) => {
        const read = readValueText(text, schema)
        return text === '' || !read.ok ? '' : valueText(read.value, schema)
      }}
      onCommit={(text) => {
        const read = readValueText(text, schema)
        field.set(keyword, text === '' || !read.ok ? undefined : read.value)
      }}
    />
  )
}

const LINE_PLACEHOLDERS: Partial<Record<ValueKind, string>> = {
  string: 'none; "" is an empty text',
  'int-or-string': 'none; 80 is an integer, "80" a string',
}

function YamlValue(props: ValueKeywordProps): React.ReactElement {
  const { schema, keyword } = props
  const whole = keyword === 'default' && schema.type !== 'array'
  return (
    <YamlKeyword
      {...props}
      className={whole ? 'col-span-full' : undefined}
      placeholder={YAML_PLACEHOLDERS[valueKind(schema)] ?? 'none, or YAML'}
      faults={useFaults(props)}
      aside={keyword === 'default' ? <Complete {...props} /> : undefined}
      read={(text) => readValueText(text, schema)}
    />
  )
}

const YAML_PLACEHOLDERS: Partial<Record<ValueKind, string>> = {
  array: 'none, or YAML: - a',
  object: 'none, or YAML: key: value',
}

/** Offers what an object default must hold by itself (kratix.md 74). */
function Complete({ path, schema, disabled }: ValueKeywordProps): React.ReactElement | null {
  const field = useSchemaField(path)
  const value = schema.default
  const demands = isRecord(schema.properties) && Array.isArray(schema.required)
  if (value === undefined && !demands) return null
  const complete = completeDefault(schema, value ?? {})
  if (complete === value || equal(complete, {})) return null
  return (
    <Button
      variant="link"
      size="sm"
      disabled={disabled}
      className="-my-1"
      onClick={() => field.set('default', complete)}
    >
      {value === undefined ? 'Fill with required' : 'Add what is required'}
    </Button>
  )
}

/** Rules judge defaults; an example is nobody's concern but its readers'. */
function useFaults({ path, schema, keyword }: ValueKeywordProps): SchemaFaults {
  const field = useSchemaField(path)
  if (keyword === 'default') return field.faults(keyword)
  const value = schema.example
  const found = value === undefined ? undefined : misfit(schema, value)
  const warnings = found ? [`The example would be refused: it ${found.reason}.`] : []
  return { errors: [], warnings }
}
