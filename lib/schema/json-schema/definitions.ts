import { isRecord, valueAt } from '@/lib/promise/path'
import type { Schema } from '../property'

/** A schema in a text that may become properties of an API. */
export interface Definition {
  /** Tells it from the others of the same text. */
  readonly id: string
  /** How it is called: `components › Pet`, `RedisFailover v1`. */
  readonly name: string
  readonly schema: Schema
  /** Where its references are looked up. */
  readonly root: unknown
}

/**
 * The schemas in what was pasted or opened: JSON Schema with its definitions, OpenAPI 2 and 3, and
 * CRDs, of which it is the `spec`. What describes a whole Kubernetes object gives its `spec`, too.
 */
export function definitionsIn(documents: readonly unknown[]): readonly Definition[] {
  const several = documents.length > 1
  return documents.flatMap((document, i) => {
    const found = isRecord(document) ? inDocument(document) : []
    return several ? found.map((one) => ({ ...one, id: `${i}${one.id}` })) : found
  })
}

const GROUPS = [['components', 'schemas'], ['definitions'], ['$defs']] as const

function inDocument(document: Schema): readonly Definition[] {
  if (document.kind === 'List' && Array.isArray(document.items))
    return definitionsIn(document.items)
  if (document.kind === 'CustomResourceDefinition') return ofCrd(document)
  const groups = GROUPS.flatMap((path) => {
    const group = valueAt(document, path)
    if (!isRecord(group)) return []
    return Object.entries(group).flatMap(([name, schema]): readonly Definition[] =>
      isRecord(schema)
        ? [{ id: `#/${path.join('/')}/${name}`, name, schema: specOf(schema), root: document }]
        : [],
    )
  })
  if (!isSchema(document)) return groups
  const name = typeof document.title === 'string' ? document.title : 'The schema itself'
  return [{ id: '#', name, schema: specOf(document), root: document }, ...groups]
}

function ofCrd(crd: Schema): readonly Definition[] {
  const kind = String(valueAt(crd, ['spec', 'names', 'kind']) ?? 'CRD')
  const versions = valueAt(crd, ['spec', 'versions'])
  const old = valueAt(crd, ['spec', 'validation', 'openAPIV3Schema'])
  const all: readonly unknown[] = Array.isArray(versions) ? versions : []
  return all.flatMap((version, i): readonly Definition[] => {
    const schema = valueAt(version, ['schema', 'openAPIV3Schema']) ?? old
    if (!isRecord(schema)) return []
    const name = `${kind} ${String(valueAt(version, ['name']) ?? '')}`.trim()
    return [{ id: `#${i}`, name, schema: specOf(schema), root: schema }]
  })
}

/** The `spec` of what describes a whole Kubernetes object, else the schema itself. */
function specOf(schema: Schema): Schema {
  const { properties } = schema
  if (!isRecord(properties) || !isRecord(properties.spec)) return schema
  const whole = ['apiVersion', 'kind', 'metadata', 'status']
  return whole.some((name) => Object.hasOwn(properties, name)) ? properties.spec : schema
}

const MARKS = [
  'type',
  'properties',
  '$ref',
  'allOf',
  'anyOf',
  'oneOf',
  'additionalProperties',
  'enum',
  '$schema',
]

function isSchema(document: Schema): boolean {
  if (document.openapi !== undefined || document.swagger !== undefined) return false
  return MARKS.some((keyword) => Object.hasOwn(document, keyword))
}
