import { judgeValue } from '@/lib/schema/misfit'
import { schemaRule } from './schema-rule'
import { nameWithin } from './schema-types'

/** kratix.md 73: a default that may break a pattern, a format or more, which cannot be told here. */
export const defaultNotJudged = schemaRule('default-not-judged', (node, report) => {
  const value = node.schema.default
  if (value === undefined || value === null) return
  const { misfit, unsure } = judgeValue(node.schema, value)
  if (misfit || unsure === undefined) return
  const message = `The default of ${nameWithin(node)} is not judged here, because of ${unsure}.`
  report({ severity: 'info', message, at: [...node.path, 'default'] })
})
