import { isRecord } from '@/lib/promise/path'
import { isInteger } from '@/lib/schema/misfit'
import type { Schema } from '@/lib/schema/property'
import { escapeName } from '../escape'
import { durationOf, readMoment } from '../functions/time'
import { withMetadata } from '../types/decl-type'
import {
  Broken,
  CelMap,
  CelObject,
  EvaluationFault,
  Hidden,
  List,
  NotEvaluated,
  Timestamp,
  type Value,
} from '../values/value'

/**
 * A part of a request as rules see it, by its schema (`UnstructuredToVal` of k8s.io/apiserver): numbers
 * of type integer are integers, texts of some formats moments or lengths of time.
 * @param root of a whole resource
 * @throws {EvaluationFault}, {NotEvaluated} for what does not fit
 */
export function toValue(schema: unknown, raw: unknown, root = false): Value {
  if (!isRecord(schema)) return new Hidden(raw)
  if (raw === null) {
    if (schema.nullable === true) return null
    throw new EvaluationFault('invalid data, got null for schema with nullable=false')
  }
  if (schema['x-kubernetes-int-or-string'] === true) {
    if (typeof raw === 'string') return raw
    return isInteger(raw) ? BigInt(raw) : misfit()
  }
  switch (schema.type) {
    case 'object':
      return isRecord(raw) ? objectValue(schema, raw, root) : misfit()
    case 'array':
      return Array.isArray(raw) ? listValue(schema, raw) : misfit()
    case 'string':
      return typeof raw === 'string' ? textValue(schema, raw) : misfit()
    case 'number':
      return typeof raw === 'number' || typeof raw === 'bigint' ? Number(raw) : misfit()
    case 'integer':
      return isInteger(raw) ? BigInt(raw) : misfit()
    case 'boolean':
      return typeof raw === 'boolean' ? raw : misfit()
    default:
      return new Hidden(raw)
  }
}

function misfit(): never {
  throw new NotEvaluated('a value that does not fit its schema')
}

const isEmbedded = (schema: Schema) => schema['x-kubernetes-embedded-resource'] === true

function child(schema: unknown, raw: unknown): Value {
  try {
    return toValue(schema, raw, isRecord(schema) && isEmbedded(schema))
  } catch (error) {
    if (error instanceof EvaluationFault || error instanceof NotEvaluated) return new Broken(error)
    throw error
  }
}

function objectValue(schema: Schema, raw: Readonly<Record<string, unknown>>, root: boolean): Value {
  const more = schema.additionalProperties
  const named = root || isEmbedded(schema) || isRecord(schema.properties)
  if (!named && isRecord(more)) {
    return new CelMap(Object.entries(raw).map(([key, value]) => [key, child(more, value)]))
  }
  const whole = root || isEmbedded(schema) ? withMetadata(schema) : schema
  const properties = isRecord(whole.properties) ? whole.properties : {}
  const fields = new Map<string, Value>()
  const hidden: [string, unknown][] = []
  for (const [key, value] of Object.entries(raw)) {
    const escaped = escapeName(key)
    const property = Object.hasOwn(properties, key) ? properties[key] : undefined
    if (escaped === undefined || property === undefined) hidden.push([key, value])
    else fields.set(escaped, child(property, value))
  }
  return new CelObject(fields, Object.fromEntries(hidden))
}

function listValue(schema: Schema, raw: readonly unknown[]): List {
  const items = raw.map((item) => child(schema.items, item))
  const kind = schema['x-kubernetes-list-type']
  const keys = schema['x-kubernetes-list-map-keys']
  if (kind === 'map' && Array.isArray(keys)) {
    return new List(
      items,
      'map',
      keys.map((key) => escapeName(String(key)) ?? String(key)),
    )
  }
  return new List(items, kind === 'set' ? 'set' : 'atomic')
}

function textValue({ format }: Schema, text: string): Value {
  switch (format) {
    case 'duration':
      return known(text, format, () => durationOf(text))
    case 'date':
      return moment(text, format, `${text}T00:00:00Z`)
    case 'date-time':
      return moment(text, format, text)
    case 'byte':
      return bytesOf(text)
    default:
      return text
  }
}

/** The API server has checked for the usual alphabet, and reads the one that is safe in addresses. */
function bytesOf(text: string): Uint8Array {
  const at = text.search(/[+/]/)
  if (at >= 0) {
    throw new EvaluationFault(
      `Invalid byte formatted string ${text}: illegal base64 data at input byte ${at}`,
    )
  }
  return known(text, 'byte', () => Uint8Array.from(atob(text), (one) => one.charCodeAt(0)))
}

function moment(text: string, format: string, full: string): Timestamp {
  const nanos = readMoment(full)
  if (nanos === undefined) throw new NotEvaluated(`the ${format} ${JSON.stringify(text)}`)
  return new Timestamp(nanos)
}

/** The API server reads more texts of a format than are read here. */
function known<T>(text: string, format: string, read: () => T): T {
  try {
    return read()
  } catch {
    throw new NotEvaluated(`the ${format} ${JSON.stringify(text)}`)
  }
}
