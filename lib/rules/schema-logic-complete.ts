import { isRecord, type Path } from '@/lib/promise/path'
import type { Schema } from '@/lib/schema/property'
import { LOGIC_LISTS } from '@/lib/schema/walk'
import type { Finding } from './rule'
import { schemaRule } from './schema-rule'

/**
 * kratix.md 68: what "allOf" and its like speak of is described outside of them, too. The API server
 * looks at the conditions of the root alone; elsewhere it drops the field that nobody described.
 */
export const schemaLogicComplete = schemaRule('schema-logic-complete', (node, report) => {
  const root = node.as === undefined
  logicOf(node.schema, node.schema, node.path, (at) => report(finding(at, root)), 0)
})

const MAX_DEPTH = 40

/** Each part of `condition` against the schema that describes the value. */
function logicOf(
  condition: Schema,
  described: Schema | undefined,
  at: Path,
  report: (at: Path) => void,
  depth: number,
): void {
  if (depth > MAX_DEPTH) return
  const parts = LOGIC_LISTS.flatMap((keyword) => {
    const list = condition[keyword]
    return Array.isArray(list) ? list : []
  })
  for (const part of [condition.not, ...parts]) {
    if (isRecord(part)) compare(part, described, at, report, depth + 1)
  }
}

function compare(
  condition: Schema,
  described: Schema | undefined,
  at: Path,
  report: (at: Path) => void,
  depth: number,
): void {
  if (!described) {
    report(at)
    return
  }
  logicOf(condition, described, at, report, depth)
  if (isRecord(condition.items)) {
    const items = isRecord(described.items) ? described.items : undefined
    compare(condition.items, items, [...at, 'items'], report, depth + 1)
  }
  if (!isRecord(condition.properties)) return
  for (const [name, child] of Object.entries(condition.properties)) {
    const known = isRecord(described.properties) && Object.hasOwn(described.properties, name)
    const own = known && isRecord(described.properties) ? described.properties[name] : undefined
    const schema = known ? (isRecord(own) ? own : {}) : undefined
    const part = isRecord(child) ? child : {}
    compare(part, schema, [...at, 'properties', name], report, depth + 1)
  }
}

function finding(at: Path, root: boolean): Finding {
  const what = at.at(-1) === 'items' ? 'The items are' : `"${at.at(-1)}" is`
  const message = root
    ? `${what} required because it is defined in "allOf", "anyOf", "oneOf" or "not": describe it outside of them, too.`
    : `${what} spoken of in "allOf", "anyOf", "oneOf" or "not", but not described outside of them, so it is dropped before the condition is looked at.`
  return { severity: root ? 'error' : 'warning', message, at }
}
