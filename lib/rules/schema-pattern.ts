import { readRe2 } from '@/lib/schema/re2'
import { keywordError, schemaRule } from './schema-rule'

/** kratix.md 70. */
export const schemaPattern = schemaRule(
  'schema-pattern',
  (node, report) => {
    const { pattern } = node.schema
    if (typeof pattern !== 'string' || pattern === '') return
    const read = readRe2(pattern)
    if (read.ok !== false) return
    const message = `The pattern must be a valid regular expression, but isn't: ${read.reason}. The cluster reads it as RE2, without look-around and back-references.`
    report(keywordError(node, 'pattern', message))
  },
  { logic: true },
)
