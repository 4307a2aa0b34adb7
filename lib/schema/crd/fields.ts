import { isRecord, valueAt } from '@/lib/promise/path'
import { fromJsonSchema } from '../json-schema'
import { MAX_DEPTH } from '../max-depth'
import type { Schema } from '../property'
import { shapeOf, typeLabel } from '../shape'

/** A field of a custom resource's `spec`. */
export interface CrdField {
  /** Names below `spec`. */
  readonly path: readonly string[]
  readonly name: string
  readonly depth: number
  /** As people say it: `integer`, `string[]`, `object`. */
  readonly type: string
  readonly description: string
  readonly schema: Schema
  /** By the object that holds it. */
  readonly required: boolean
  /** Why it cannot be offered, in a few words; `undefined` for a single value. An object offers what is in it. */
  readonly closed: string | undefined
  readonly children: readonly CrdField[]
}

/** The fields below `spec` of a version's openAPIV3Schema, in the order of the text. */
export function crdFields(schema: Schema): readonly CrdField[] {
  const spec = specSchema(schema)
  return spec ? childrenOf(spec, []) : []
}

/** The schema of `spec`, if there is one. */
export function specSchema(schema: Schema): Schema | undefined {
  const spec = valueAt(schema, ['properties', 'spec'])
  return isRecord(spec) ? spec : undefined
}

function childrenOf(parent: Schema, above: readonly string[]): readonly CrdField[] {
  if (!isRecord(parent.properties) || above.length >= MAX_DEPTH) return []
  const required = new Set(Array.isArray(parent.required) ? parent.required : [])
  return Object.entries(parent.properties).map(([name, given]) => {
    const schema = isRecord(given) ? given : {}
    const path = [...above, name]
    return {
      path,
      name,
      depth: above.length,
      type: typeLabel(shapeOf(schema)),
      description: typeof schema.description === 'string' ? schema.description : '',
      schema,
      required: required.has(name),
      closed: closedBecause(schema),
      children: childrenOf(schema, path),
    }
  })
}

/** The single values of a field: itself, or whatever is in the objects that it holds. */
export function valuesIn(field: CrdField): readonly CrdField[] {
  return field.closed === undefined ? [field] : field.children.flatMap(valuesIn)
}

/** Whether some field is a list, a map or of any form, which no template can take whole. */
export function hasUnfillable(fields: readonly CrdField[]): boolean {
  return fields.some(({ closed, children }) =>
    children.length > 0 ? hasUnfillable(children) : closed !== undefined,
  )
}

const FREE_FORM = 'of any form: not one value'

function closedBecause(schema: Schema): string | undefined {
  if (schema['x-kubernetes-int-or-string'] === true) return undefined
  switch (schema.type) {
    case 'string':
    case 'integer':
    case 'number':
    case 'boolean':
      return undefined
    case 'object':
      if (isRecord(schema.properties) && Object.keys(schema.properties).length > 0) {
        return 'choose what is in it'
      }
      return isRecord(schema.additionalProperties) ? 'a map: not one value' : FREE_FORM
    case 'array':
      return 'a list: not one value'
    default:
      return FREE_FORM
  }
}

/** A field's schema as a property of an API: its own conditions, without null and default. */
export function offeredSchema({ schema }: CrdField): Schema {
  const { default: _, nullable: __, ...own } = schema
  return fromJsonSchema(own).schema
}

/** What a field gets when nobody sets it: its own default, or that of an object above it. */
export function defaultOf(spec: Schema, path: readonly string[]): unknown {
  let here: unknown = spec
  let found: unknown
  for (let i = 0; i <= path.length; i++) {
    const own = valueAt(here, ['default'])
    const below = own === undefined ? undefined : valueAt(own, path.slice(i))
    if (below !== undefined && below !== null) found = below
    here = valueAt(here, ['properties', path[i] ?? ''])
  }
  return found
}
