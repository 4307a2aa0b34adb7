'use client'

import { DraftField } from '@/components/ui/draft-field'
import { SelectField } from '@/components/ui/select-field'
import { formatDefault, parseDefault } from '@/lib/schema/parse-default'
import type { Property } from '@/lib/schema/property'

export interface DefaultFieldProps {
  readonly property: Property
  readonly error: string | undefined
  readonly disabled: boolean
  /** `undefined` takes the default away. */
  readonly onChange: (value: unknown) => void
}

/** The default of a property, typed as the property is; empty means none. */
export function DefaultField(props: DefaultFieldProps): React.ReactElement {
  const { property, error, disabled, onChange } = props
  const choices =
    property.type === 'enum'
      ? property.enum
      : property.type === 'boolean'
        ? [true, false]
        : undefined
  if (choices) {
    const options = choices.map((value, index) => ({
      value: String(index),
      label: formatDefault(value),
    }))
    const at = (choices as readonly unknown[]).indexOf(property.default)
    const misfit = property.default !== undefined && at < 0
    return (
      <SelectField
        label="Default"
        mono
        disabled={disabled}
        error={error}
        value={misfit ? 'misfit' : at < 0 ? 'none' : String(at)}
        options={[
          { value: 'none', label: 'none' },
          ...options,
          ...(misfit ? [{ value: 'misfit', label: formatDefault(property.default) }] : []),
        ]}
        onChange={(value) => {
          if (value !== 'misfit') onChange(value === 'none' ? undefined : choices[Number(value)])
        }}
      />
    )
  }
  return (
    <DraftField
      label="Default"
      mono
      disabled={disabled}
      error={error}
      placeholder={PLACEHOLDERS[property.type] ?? 'none'}
      value={formatDefault(property.default)}
      check={(text) => {
        if (text === '') return undefined
        const read = parseDefault(text, property.type, property)
        return read.ok ? undefined : read.reason
      }}
      onCommit={(text) => {
        if (text === '') return onChange(undefined)
        const read = parseDefault(text, property.type, property)
        if (read.ok) onChange(read.value)
      }}
    />
  )
}

const PLACEHOLDERS: Partial<Record<Property['type'], string>> = {
  object: 'none, or JSON: {"a": 1}',
  list: 'none, or JSON: ["a"]',
  map: 'none, or JSON: {"a": 1}',
  'free-form': 'none, or JSON',
  'embedded-resource': 'none, or JSON',
  other: 'none, or JSON',
}
