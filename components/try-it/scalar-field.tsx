'use client'

import { useId } from 'react'
import { DraftField } from '@/components/ui/draft-field'
import { SelectField } from '@/components/ui/select-field'
import { jsonText } from '@/lib/schema/json-text'
import { isNumeric, valueKind } from '@/lib/schema/value-kind'
import { readValueText, valueText } from '@/lib/schema/value-text'
import { describes, Required } from './field-words'
import { useRequestForm } from './form-context'
import type { ValueFieldProps } from './value-field'

const ABSENT = ''

/** A text, a number, a boolean or one of a few. Nothing typed means: not in the request. */
export function ScalarField(props: ValueFieldProps): React.ReactElement {
  const { label, schema, path, value, required } = props
  const { set, remove, faultAt } = useRequestForm()
  const id = useId()
  const kind = valueKind(schema)
  const shared = {
    id,
    label,
    mono: true,
    error: faultAt(path),
    help: describes(schema),
    aside: required ? <Required /> : undefined,
  }
  const choices = choicesOf(props)
  if (choices) {
    const chosen = choices.findIndex((one) => jsonText(one) === jsonText(value))
    const foreign = value !== undefined && chosen < 0
    return (
      <SelectField
        {...shared}
        value={value === undefined ? ABSENT : foreign ? 'foreign' : String(chosen)}
        options={[
          { value: ABSENT, label: absentWord(schema.default) },
          ...(foreign ? [{ value: 'foreign', label: valueText(value, schema) }] : []),
          ...choices.map((one, index) => ({ value: String(index), label: wordOf(one) })),
        ]}
        onChange={(next) => {
          if (next === ABSENT) remove(path)
          else if (next !== 'foreign') set(path, choices[Number(next)])
        }}
      />
    )
  }
  /** What is no value of the schema is sent as the text it is, and the API server says what of it. */
  const meant = (text: string): unknown => {
    const read = readValueText(text, schema)
    return read.ok ? read.value : text
  }
  return (
    <DraftField
      {...shared}
      inputMode={kind === 'integer' ? 'numeric' : isNumeric(kind) ? 'text' : undefined}
      value={valueText(value, schema)}
      placeholder={schema.default === undefined ? undefined : valueText(schema.default, schema)}
      check={() => undefined}
      means={(text) => (text === '' ? '' : valueText(meant(text), schema))}
      onCommit={(text) => (text === '' ? remove(path) : set(path, meant(text)))}
    />
  )
}

function choicesOf({ schema }: ValueFieldProps): readonly unknown[] | undefined {
  if (Array.isArray(schema.enum) && schema.enum.length > 0) return schema.enum
  return schema.type === 'boolean' ? [true, false] : undefined
}

function absentWord(given: unknown): string {
  return given === undefined ? 'not set' : `not set (${wordOf(given)})`
}

function wordOf(value: unknown): string {
  return typeof value === 'string' && value !== '' ? value : jsonText(value)
}
