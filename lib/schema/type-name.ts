import { isRecord } from '@/lib/promise/path'
import type { Schema } from './property'

/** The type of a schema as people say it: `integer`, `string[]`, `map of object[]`, `a | b`. */
export function typeName(schema: Schema): string {
  if (schema['x-kubernetes-int-or-string'] === true) return 'integer or string'
  const { type, items, additionalProperties: values } = schema
  if (type === 'array') return `${isRecord(items) ? typeName(items) : 'any'}[]`
  if (type === 'object' && isRecord(values)) return `map of ${typeName(values)}`
  if (typeof type === 'string') return type
  return isRecord(schema.properties) ? 'object' : 'any'
}
