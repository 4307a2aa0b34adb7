import { isRecord } from '@/lib/promise/path'
import type { SchemaNode } from '@/lib/schema/walk'
import { differsBy, hasKeyword, keywordError, schemaRule } from './schema-rule'
import { SCHEMA_KEYWORDS } from './shapes'

const FORBIDDEN = [
  'type',
  'default',
  'title',
  'description',
  'nullable',
  'x-kubernetes-preserve-unknown-fields',
  'x-kubernetes-embedded-resource',
  'x-kubernetes-int-or-string',
  'x-kubernetes-list-map-keys',
  'x-kubernetes-list-type',
  'x-kubernetes-map-type',
  'x-kubernetes-validations',
]
/** kratix.md 67 and 69: "allOf" and its like add conditions to what is described outside of them. */
export const schemaLogicKeywords = schemaRule(
  'schema-logic-keywords',
  (node, report) => {
    if (!node.logic || isIntOrString(node)) return
    const { schema } = node
    for (const keyword of FORBIDDEN) {
      if (!hasKeyword(schema, keyword)) continue
      const message = `"${keyword}" must be empty to be structural: below "allOf", "anyOf", "oneOf" and "not" stand only conditions.`
      report(keywordError(node, keyword, message))
    }
    const more = schema.additionalProperties
    if (more === true || isRecord(more)) {
      const message =
        '"additionalProperties" must be undefined to be structural: below "allOf", "anyOf", "oneOf" and "not" stand only conditions.'
      report(keywordError(node, 'additionalProperties', message))
    }
    if (isRecord(schema.properties) && Object.hasOwn(schema.properties, 'metadata')) {
      const message =
        '"metadata" must not be specified in a nested context: the API server has a schema of its own for it.'
      report(keywordError(node, ['properties', 'metadata'], message))
    }
  },
  { logic: true },
)

const PAIR = ['integer', 'string']

/**
 * The one place where a type may stand: `anyOf: [{type: integer}, {type: string}]`, in the schema
 * itself or as the first of its `allOf` (kratix.md 77).
 */
function isIntOrString({ as, path, schema, parent }: SchemaNode): boolean {
  if (as !== 'anyOf' || !parent) return false
  const first = parent.as === 'allOf' && parent.path.at(-1) === 0 && parent.parent?.logic === false
  if (parent.logic && !first) return false
  const list = parent.schema.anyOf
  const alike =
    Array.isArray(list) && list.length === 2 && list.every((one, i) => isOnlyType(one, PAIR[i]))
  return alike && isOnlyType(schema, PAIR[Number(path.at(-1))])
}

function isOnlyType(schema: unknown, type: string | undefined): boolean {
  if (!isRecord(schema) || schema.type !== type) return false
  return SCHEMA_KEYWORDS.every((keyword) => keyword === 'type' || !differsBy(schema, keyword))
}
