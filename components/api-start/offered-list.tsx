'use client'

import { X } from 'lucide-react'
import { IconButton } from '@/components/ui/icon-button'
import { TextField } from '@/components/ui/text-field'
import type { OfferedField } from '@/lib/schema/crd'
import { misfit } from '@/lib/schema/misfit'
import { formatDefault, parseDefault } from '@/lib/schema/parse-default'

/** A field that is offered, as the form holds it. */
export interface OfferedRow {
  readonly key: string
  readonly field: OfferedField
  /** The property's name as typed, dots between objects. */
  readonly name: string
  /** The default as typed; '' for none. */
  readonly default: string
}

export interface OfferedListProps {
  readonly rows: readonly OfferedRow[]
  readonly onChange: (row: OfferedRow) => void
  readonly onRemove: (row: OfferedRow) => void
}

/** What requesters will set: the name of each property, and what it is when they do not say. */
export function OfferedList({ rows, onChange, onRemove }: OfferedListProps): React.ReactElement {
  if (rows.length === 0) {
    return (
      <p className="rounded-lg border border-line2 border-dashed px-3 py-4 text-dim">
        Choose among the fields of the resource those that people may set. Whatever else the
        resource needs is fixed in the template.
      </p>
    )
  }
  return (
    <>
      <p className="text-faint text-sm">
        A field is required in the API unless you give it a default, since the template always needs
        a value.
      </p>
      <ul aria-label="Offered properties" className="flex flex-col gap-1">
        <li aria-hidden className="flex gap-2 text-faint text-xs">
          <span className="flex-1">Property</span>
          <span className="w-44">Default</span>
          <span className="w-6" />
        </li>
        {rows.map((row) => {
          const path = row.field.path.join('.')
          return (
            <li key={row.key} className="flex items-start gap-2">
              <TextField
                className="flex-1"
                label={`Property for ${path}`}
                hideLabel
                reserve={0}
                mono
                value={row.name}
                title={`Fills in spec.${path}`}
                onChange={(name) => onChange({ ...row, name })}
              />
              <TextField
                className="w-44"
                label={`Default of ${path}`}
                hideLabel
                reserve={0}
                mono
                value={row.default}
                placeholder="no default: required"
                error={defaultProblem(row)}
                onChange={(text) => onChange({ ...row, default: text })}
              />
              <IconButton
                size="sm"
                className="mt-0.5"
                label={`Do not offer ${path}`}
                icon={<X size={14} aria-hidden />}
                onClick={() => onRemove(row)}
              />
            </li>
          )
        })}
      </ul>
    </>
  )
}

export function offeredRow(field: OfferedField): OfferedRow {
  return {
    key: field.path.join('.'),
    field,
    name: field.names.join('.'),
    default: formatDefault(field.default),
  }
}

/** The field as the row says it. */
export function offeredOf(row: OfferedRow): OfferedField {
  const names = row.name.split('.').map((name) => name.trim())
  const read = readDefault(row)
  return { ...row.field, names, default: read?.ok ? read.value : undefined }
}

export function defaultProblem(row: OfferedRow): string | undefined {
  const read = readDefault(row)
  if (!read) return undefined
  if (!read.ok) return read.reason
  const wrong = misfit(row.field.schema, read.value)
  return wrong && `The default ${wrong.reason}.`
}

function readDefault({ field, default: text }: OfferedRow) {
  if (text === '') return undefined
  const { type } = field.schema
  if (type === 'string' || type === 'integer' || type === 'number' || type === 'boolean') {
    return parseDefault(text, type)
  }
  // An integer or a string: what looks like an integer is one.
  const whole = parseDefault(text, 'integer')
  return whole.ok ? whole : parseDefault(text, 'string')
}
