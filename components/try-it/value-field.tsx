'use client'

import { isRecord, type Path } from '@/lib/promise/path'
import type { Schema } from '@/lib/schema/property'
import { valueKind } from '@/lib/schema/value-kind'
import { EntriesField } from './entries-field'
import { ItemsField } from './items-field'
import { ObjectField } from './object-field'
import { ScalarField } from './scalar-field'
import { YamlField } from './yaml-field'

export interface ValueFieldProps {
  readonly label: string
  readonly schema: Schema
  readonly path: Path
  /** `undefined` when the request does not say it. */
  readonly value: unknown
  readonly required: boolean
}

/** A value of the request as its schema describes it. */
export function ValueField(props: ValueFieldProps): React.ReactElement {
  const { schema, value } = props
  if (Array.isArray(schema.enum) && schema.enum.length > 0) return <ScalarField {...props} />
  const kind = valueKind(schema)
  const free = schema['x-kubernetes-preserve-unknown-fields'] === true
  if (kind === 'array' && isRecord(schema.items) && (value === undefined || Array.isArray(value))) {
    return <ItemsField {...props} items={schema.items} />
  }
  if (kind === 'object' && !free && (value === undefined || isRecord(value))) {
    const { properties, additionalProperties } = schema
    if (isRecord(properties)) return <ObjectField {...props} properties={properties} />
    if (isRecord(additionalProperties)) {
      return <EntriesField {...props} values={additionalProperties} />
    }
  }
  if (kind === 'array' || kind === 'object' || kind === 'any') return <YamlField {...props} />
  return <ScalarField {...props} />
}
