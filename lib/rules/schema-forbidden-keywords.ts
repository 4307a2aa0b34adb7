import { isRecord } from '@/lib/promise/path'
import { keywordError, schemaRule } from './schema-rule'

const WRITE_OUT = 'a CRD holds its schema in one piece: write out here what is meant'
const FORBIDDEN: Readonly<Record<string, string>> = {
  $ref: WRITE_OUT,
  id: 'a CRD has no use for the name of a schema',
  $schema: 'a CRD has one schema language',
  definitions: WRITE_OUT,
  dependencies: 'say with "oneOf" or a CEL rule which fields go together',
  patternProperties: 'a map has one schema for all its values: use "additionalProperties"',
  additionalItems: 'an array has one schema for all its items: use "items"',
}

/** kratix.md 59 and 61. */
export const schemaForbiddenKeywords = schemaRule(
  'schema-forbidden-keywords',
  (node, report) => {
    const { schema } = node
    for (const [keyword, reason] of Object.entries(FORBIDDEN)) {
      if (!Object.hasOwn(schema, keyword) || !forbids(keyword, schema[keyword])) continue
      report(keywordError(node, keyword, `${quoted(keyword)} is not supported: ${reason}.`))
    }
    const { type, items } = schema
    // Of an array, `schema-types` says so.
    if (Array.isArray(items) && items.length > 0 && (node.logic || type !== 'array')) {
      const message = '"items" must be a schema object and not an array: all items have one schema.'
      report(keywordError(node, 'items', message))
    }
    if (schema.uniqueItems === true) {
      const message =
        '"uniqueItems" cannot be set to true since the runtime complexity becomes quadratic: use "x-kubernetes-list-type: set".'
      report(keywordError(node, 'uniqueItems', message))
    }
  },
  { logic: true },
)

function forbids(keyword: string, value: unknown): boolean {
  if (value === null || value === undefined) return false
  if (keyword === '$ref' || keyword === 'additionalItems' || keyword === 'dependencies') return true
  return isRecord(value) ? Object.keys(value).length > 0 : value !== ''
}

const quoted = (keyword: string) => `"${keyword}"`
