'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { isRecord, type Path } from '@/lib/promise/path'
import { exampleFor } from '@/lib/schema/example'
import type { Schema } from '@/lib/schema/property'
import { useRequestForm } from './form-context'
import { GroupFrame } from './group-frame'
import { ValueField, type ValueFieldProps } from './value-field'

/** More fields than these are shown when they are asked for, so that no API makes the page slow. */
const AT_FIRST = 40

/** An object that may be in the request; while it is not, one button adds it. */
export function ObjectField(
  props: ValueFieldProps & { readonly properties: Readonly<Record<string, unknown>> },
): React.ReactElement {
  const { label, schema, path, value, properties } = props
  const { set } = useRequestForm()
  if (value === undefined) {
    const made = exampleFor({ ...schema, default: undefined }, 'minimal')
    const run = () => set(path, isRecord(made) ? made : {})
    return <GroupFrame field={props} add={{ label: `Add ${label}`, run }} />
  }
  return (
    <GroupFrame field={props}>
      <PropertyFields schema={schema} properties={properties} path={path} value={value} />
    </GroupFrame>
  )
}

export interface PropertyFieldsProps {
  readonly schema: Schema
  readonly properties: Readonly<Record<string, unknown>>
  readonly path: Path
  readonly value: unknown
}

/** A field for each property: what is required, then the rest in the order of the API. */
export function PropertyFields(props: PropertyFieldsProps): React.ReactElement {
  const { schema, properties, path, value } = props
  const [all, setAll] = useState(false)
  const required = new Set(Array.isArray(schema.required) ? schema.required : [])
  const names = Object.keys(properties)
  const sorted = [
    ...names.filter((name) => required.has(name)),
    ...names.filter((name) => !required.has(name)),
  ]
  const shown = all ? sorted : sorted.slice(0, AT_FIRST)
  const record = isRecord(value) ? value : {}
  return (
    <>
      {shown.map((name) => {
        const own = properties[name]
        return (
          <ValueField
            key={name}
            label={name}
            schema={isRecord(own) ? own : {}}
            path={[...path, name]}
            value={Object.hasOwn(record, name) ? record[name] : undefined}
            required={required.has(name)}
          />
        )
      })}
      {shown.length < sorted.length ? (
        <Button size="sm" onClick={() => setAll(true)}>
          Show {sorted.length - shown.length} more fields
        </Button>
      ) : null}
    </>
  )
}
