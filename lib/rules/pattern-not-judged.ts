import { readRe2 } from '@/lib/schema/re2'
import { schemaRule } from './schema-rule'

/** kratix.md 70: what this page cannot tell of a pattern it does not call valid. */
export const patternNotJudged = schemaRule(
  'pattern-not-judged',
  (node, report) => {
    const { pattern } = node.schema
    if (typeof pattern !== 'string') return
    const read = readRe2(pattern)
    if (read.ok !== undefined) return
    const message = `The pattern is not judged here, because of ${read.reason}.`
    report({ severity: 'info', message, at: [...node.path, 'pattern'] })
  },
  { logic: true },
)
