import { isRecord } from '@/lib/promise/path'
import type { Schema } from '@/lib/schema/property'
import { escapeName } from '../escape'
import {
  BOOL,
  BYTES,
  type CelType,
  DOUBLE,
  DURATION,
  DYN,
  INT,
  listOf,
  mapOf,
  STRING,
  struct,
  TIMESTAMP,
} from './cel-type'

/** A part of a schema as rules see it, with what the cost of a rule is estimated from. */
export interface DeclType {
  readonly type: CelType
  /** Most characters, bytes, items or entries; 0 where the type has none. */
  readonly maxElements: number
  /** Fewest bytes of JSON. */
  readonly minSize: number
  /** Of an object: by the name that rules use. */
  readonly fields?: ReadonlyMap<string, DeclType>
  /** Of a list its items, of a map its values. */
  readonly element?: DeclType
  readonly schema: Schema
}

const MAX_REQUEST = 3 * 1024 * 1024
const STRING_SCHEMA: Schema = { type: 'string' }
const METADATA: Schema = {
  type: 'object',
  properties: { name: STRING_SCHEMA, generateName: STRING_SCHEMA },
}

/**
 * What rules at `schema` see (`SchemaDeclType` of k8s.io/apiserver): `undefined` for what they do not
 * see, such as a value without a type. Data of unknown fields has no type, so no rule reaches it.
 * @param root of a whole resource, where apiVersion, kind and metadata are always there
 */
export function declTypeOf(schema: unknown, root: boolean, name = 'self'): DeclType | undefined {
  if (!isRecord(schema)) return undefined
  if (schema['x-kubernetes-int-or-string'] === true) {
    const maxElements = lengthOf(schema) ?? MAX_REQUEST - 2
    return { type: DYN, maxElements, minSize: 1, schema }
  }
  const whole = root ? withMetadata(schema) : schema
  switch (schema.type) {
    case 'array':
      return listType(schema, name)
    case 'object':
      return isRecord(schema.additionalProperties) ? mapType(schema, name) : objectType(whole, name)
    case 'string':
      return stringType(schema)
    case 'boolean':
      return { type: BOOL, maxElements: 0, minSize: 4, schema }
    case 'number':
      return { type: DOUBLE, maxElements: 0, minSize: 1, schema }
    case 'integer':
      return { type: INT, maxElements: 0, minSize: 1, schema }
    default:
      return undefined
  }
}

/** With what the API server shows of every resource. */
export function withMetadata(schema: Schema): Schema {
  const properties = isRecord(schema.properties) ? schema.properties : {}
  const { kind, apiVersion, metadata } = properties
  const typed = (value: unknown, type: string) => isRecord(value) && value.type === type
  const fields = isRecord(metadata) && isRecord(metadata.properties) ? metadata.properties : {}
  const complete =
    typed(kind, 'string') &&
    typed(apiVersion, 'string') &&
    typed(metadata, 'object') &&
    typed(fields.name, 'string') &&
    typed(fields.generateName, 'string')
  if (complete) return schema
  const own = { kind: STRING_SCHEMA, apiVersion: STRING_SCHEMA, metadata: METADATA }
  return { ...schema, properties: { ...properties, ...own } }
}

function listType(schema: Schema, name: string): DeclType | undefined {
  const element = elementOf(schema.items, `${name}.@idx`)
  if (!element) return undefined
  const maxElements =
    bound(schema.maxItems) ?? Math.trunc((MAX_REQUEST - 2) / (element.minSize + 1))
  return { type: listOf(element.type), maxElements, minSize: 2, element, schema }
}

function mapType(schema: Schema, name: string): DeclType | undefined {
  const element = elementOf(schema.additionalProperties, `${name}.@elem`)
  if (!element) return undefined
  const maxElements =
    bound(schema.maxProperties) ?? Math.trunc((MAX_REQUEST - 2) / (element.minSize + 6))
  return { type: mapOf(STRING, element.type), maxElements, minSize: 2, element, schema }
}

function elementOf(schema: unknown, name: string): DeclType | undefined {
  return declTypeOf(schema, isEmbedded(schema), name)
}

function objectType(schema: Schema, name: string): DeclType {
  const properties = isRecord(schema.properties) ? schema.properties : {}
  const required = new Set(Array.isArray(schema.required) ? schema.required : [])
  const fields = new Map<string, DeclType>()
  let minSize = 2
  for (const [key, property] of Object.entries(properties)) {
    const escaped = escapeName(key)
    const field = declTypeOf(property, isEmbedded(property), `${name}.${escaped ?? key}`)
    if (!field) continue
    if (escaped !== undefined) fields.set(escaped, field)
    const given = isRecord(property) && property.default !== undefined && property.default !== null
    if (required.has(key) && !given) minSize += utf8Length(key) + field.minSize + 4
  }
  const decl: DeclType = { type: struct(name), maxElements: 0, minSize, fields, schema }
  // The type leads back to its fields.
  return Object.assign(decl, { type: struct(name, decl) })
}

function stringType(schema: Schema): DeclType {
  const max = bound(schema.maxLength)
  switch (schema.format) {
    case 'byte':
      return { type: BYTES, maxElements: max ?? MAX_REQUEST - 2, minSize: 2, schema }
    case 'duration':
      return { type: DURATION, maxElements: 32, minSize: 3, schema }
    case 'date':
      return { type: TIMESTAMP, maxElements: 12, minSize: 12, schema }
    case 'date-time':
      return { type: TIMESTAMP, maxElements: 32, minSize: 21, schema }
    default: {
      const maxElements = lengthOf(schema) ?? longestOf(schema.enum) ?? MAX_REQUEST - 2
      return { type: STRING, maxElements, minSize: 2, schema }
    }
  }
}

const isEmbedded = (schema: unknown) =>
  isRecord(schema) && schema['x-kubernetes-embedded-resource'] === true

/** A character takes four bytes at most. */
function lengthOf(schema: Schema): number | undefined {
  const max = bound(schema.maxLength)
  return max === undefined ? undefined : max * 4
}

function longestOf(values: unknown): number | undefined {
  if (!Array.isArray(values) || values.length === 0) return undefined
  return Math.max(0, ...values.map((one) => (typeof one === 'string' ? utf8Length(one) : 0)))
}

function bound(value: unknown): number | undefined {
  return typeof value === 'number' || typeof value === 'bigint'
    ? Math.max(0, Number(value))
    : undefined
}

const utf8Length = (text: string) => new TextEncoder().encode(text).length
