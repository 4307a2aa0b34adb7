import { isRecord } from '@/lib/promise/path'
import type { Scalar } from './scaffold'

/** What a value of the API can be, as far as a type of a programming language can say it. */
export type Shape =
  | { readonly kind: 'string' | 'integer' | 'number' | 'boolean' | 'any' }
  | { readonly kind: 'enum'; readonly values: readonly Scalar[] }
  | { readonly kind: 'object'; readonly fields: readonly Field[] }
  | { readonly kind: 'list'; readonly items: Shape }
  | { readonly kind: 'map'; readonly values: Shape }

export interface Field {
  readonly name: string
  readonly description: string
  /** The API server sees to it that the field is there: it is required, or has a default. */
  readonly present: boolean
  readonly nullable: boolean
  /** `undefined` when the schema has no default. */
  readonly default: unknown
  readonly shape: Shape
}

/** The request's `spec` as the schema describes it; `undefined` when the schema has none. */
export function specField(openAPIV3Schema: unknown): Field | undefined {
  const root = shapeOf(openAPIV3Schema, { left: FIELD_LIMIT })
  return root.kind === 'object' ? root.fields.find(({ name }) => name === 'spec') : undefined
}

// Anchors let a short text describe a schema of any size; what lies beyond is left untyped.
const FIELD_LIMIT = 5000

function shapeOf(schema: unknown, budget: { left: number }): Shape {
  if (!isRecord(schema)) return { kind: 'any' }
  if (schema['x-kubernetes-int-or-string'] === true) return { kind: 'any' }
  const values = enumOf(schema.enum)
  if (values) return { kind: 'enum', values }
  switch (schema.type) {
    case 'string':
    case 'integer':
    case 'number':
    case 'boolean':
      return { kind: schema.type }
    case 'array':
      return { kind: 'list', items: shapeOf(schema.items, budget) }
    case 'object':
      return objectOf(schema, budget)
    default:
      return { kind: 'any' }
  }
}

function objectOf(schema: Readonly<Record<string, unknown>>, budget: { left: number }): Shape {
  const { properties, additionalProperties } = schema
  if (isRecord(additionalProperties)) {
    return { kind: 'map', values: shapeOf(additionalProperties, budget) }
  }
  if (!isRecord(properties)) return { kind: 'map', values: { kind: 'any' } }
  const required = Array.isArray(schema.required) ? schema.required : []
  const fields: Field[] = []
  for (const [name, property] of Object.entries(properties)) {
    if (budget.left-- <= 0) return { kind: 'map', values: { kind: 'any' } }
    const said = isRecord(property) ? property : {}
    fields.push({
      name,
      description: typeof said.description === 'string' ? said.description : '',
      present: required.includes(name) || said.default !== undefined,
      nullable: said.nullable === true,
      default: said.default,
      shape: shapeOf(property, budget),
    })
  }
  return { kind: 'object', fields }
}

function enumOf(values: unknown): readonly Scalar[] | undefined {
  if (!Array.isArray(values) || values.length === 0) return undefined
  return values.every((value) => ['string', 'number', 'boolean'].includes(typeof value))
    ? values
    : undefined
}
