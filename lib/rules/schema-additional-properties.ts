import { isRecord } from '@/lib/promise/path'
import { keywordError, schemaRule } from './schema-rule'

/** kratix.md 62 and 63: an object has either named properties or values of one kind. */
export const schemaAdditionalProperties = schemaRule(
  'schema-additional-properties',
  (node, report) => {
    const { properties, additionalProperties: more } = node.schema
    if (more === undefined || more === null) return
    if (node.as === undefined) {
      const message =
        '"additionalProperties" must not be used at the root: a request has the fields that its API names.'
      report(keywordError(node, 'additionalProperties', message))
    }
    const named = isRecord(properties) && Object.keys(properties).length > 0
    if (named && more !== true) {
      const message =
        '"additionalProperties" and "properties" are mutual exclusive: an object has named fields, or values of one kind.'
      report(keywordError(node, 'additionalProperties', message))
    }
  },
  { logic: true },
)
