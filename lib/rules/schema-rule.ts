import { isRecord, type Path } from '@/lib/promise/path'
import type { Schema } from '@/lib/schema/property'
import { allSchemas, type SchemaNode, walkSchema } from '@/lib/schema/walk'
import type { Finding, Rule } from './rule'

type Report = (finding: Finding) => void

/** A rule on each schema of the API that describes a value; with `logic`, also on what `oneOf` and its like hold. */
export function schemaRule(
  id: string,
  judge: (node: SchemaNode, report: Report) => void,
  { logic = false }: { readonly logic?: boolean } = {},
): Rule {
  return {
    id,
    check({ promise: { api } }, report) {
      for (const { schema, schemaPath } of api?.versions ?? []) {
        const nodes = logic ? allSchemas(schema, schemaPath) : walkSchema(schema, schemaPath)
        for (const node of nodes) judge(node, report)
      }
    },
  }
}

/** An error at a keyword of `node`: what the API server says, and why. */
export function keywordError(
  { path }: SchemaNode,
  keyword: string | Path,
  message: string,
  fix?: Finding['fix'],
): Finding {
  return { severity: 'error', message, at: [...path, ...[keyword].flat()], fix }
}

/** Keywords whose empty text or false is not as if there were none. */
const POINTERS = ['default', 'example', 'x-kubernetes-list-type', 'x-kubernetes-map-type']

/**
 * True when `schema` has `keyword` to the cluster: JSON null counts nowhere, and the empty value of
 * most keywords is as if it were not there.
 */
export function hasKeyword(schema: Schema, keyword: string): boolean {
  const value = schema[keyword]
  if (value === undefined || value === null) return false
  if (POINTERS.includes(keyword)) return true
  if (Array.isArray(value)) return value.length > 0
  if (isRecord(value)) return keyword === 'not' || Object.keys(value).length > 0
  return value !== '' && value !== false
}

/** Keywords whose empty value the API server takes for one where it compares whole schemas. */
const EMPTY_COUNTS = [
  'required',
  'properties',
  'externalDocs',
  'x-kubernetes-list-map-keys',
  'x-kubernetes-validations',
]

/** Keywords whose empty schema is a schema. */
const SCHEMAS = ['items', 'additionalProperties', 'not']

/** As {@link hasKeyword}, where it is asked whether a schema holds anything else at all. */
export function differsBy(schema: Schema, keyword: string): boolean {
  const value = schema[keyword]
  // What is neither a schema nor a list is decoded as no items at all.
  if (keyword === 'items' && typeof value !== 'object') return false
  const empty = typeof value === 'object' && value !== null && Object.keys(value).length === 0
  const schemaThere = isRecord(value) && SCHEMAS.includes(keyword)
  const counts = EMPTY_COUNTS.includes(keyword) || POINTERS.includes(keyword) || schemaThere
  return empty ? counts : hasKeyword(schema, keyword)
}
