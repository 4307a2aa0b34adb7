import { judgeDefault } from '@/lib/cel/request/default-rules'
import { displayPath } from '@/lib/promise/path'
import { schemaRule } from './schema-rule'
import { nameWithin } from './schema-types'

/** kratix.md 73: a default meets the CEL rules of its schema. */
export const celDefaults = schemaRule('cel-defaults', (node, report) => {
  const { faults, unsure } = judgeDefault(node)
  const [fault] = faults
  if (!fault || unsure !== undefined) return
  const inside = fault.path.length > 0 ? ` at "${displayPath(fault.path)}"` : ''
  const message = `The default of ${nameWithin(node)} does not meet a rule${inside}: ${fault.message}.`
  report({ severity: 'error', message, at: [...node.path, 'default', ...fault.path] })
})
