import { judgeValue } from '@/lib/schema/misfit'
import type { SchemaNode } from '@/lib/schema/walk'
import { SHORT } from '../evaluate/evaluate'
import { runRules } from './run-rules'
import type { RequestFault } from './verdict'

/**
 * What the CEL rules at and below a schema say of its default (kratix.md 73). The API server asks them
 * twice, as of a new value and as of one that has not changed.
 * @returns nothing where there is no default, or where it does not fit its schema
 */
export function judgeDefault(node: SchemaNode): {
  readonly faults: readonly RequestFault[]
  readonly unsure: string | undefined
} {
  const value = node.schema.default
  const nothing = { faults: [], unsure: undefined }
  // Below additionalProperties the API server looks at no default.
  if (value === undefined || value === null || !node.parent || isInMap(node)) return nothing
  const { misfit, unsure } = judgeValue(node.schema, value)
  if (misfit || unsure !== undefined) return nothing
  const options = { tolerant: false, maxCost: SHORT }
  const same = runRules(node, value, value, options)
  const fresh = same.faults.length > 0 ? same : runRules(node, value, undefined, options)
  return { faults: fresh.faults, unsure: same.unsure[0] ?? fresh.unsure[0] }
}

function isInMap(node: SchemaNode): boolean {
  return node.as === 'additionalProperties' || (node.parent !== undefined && isInMap(node.parent))
}
