import { isRecord, type Path } from '@/lib/promise/path'
import { MAX_DEPTH } from './properties'
import type { Schema } from './property'

export interface SchemaNode {
  readonly schema: Schema
  readonly path: Path
  /** Keyword under which the parent holds it; `undefined` at the root. */
  readonly as: 'properties' | 'items' | 'additionalProperties' | undefined
  readonly parent: SchemaNode | undefined
}

/**
 * A schema and every schema below it, parents first: properties, items, additionalProperties. The
 * logic keywords (`oneOf`, …) are not entered: other rules hold there (kratix.md 67).
 */
export function* walkSchema(schema: unknown, path: Path): Generator<SchemaNode> {
  if (isRecord(schema)) yield* walk({ schema, path, as: undefined, parent: undefined }, 0)
}

function* walk(node: SchemaNode, depth: number): Generator<SchemaNode> {
  yield node
  if (depth >= MAX_DEPTH) return
  const { schema, path } = node
  for (const as of ['items', 'additionalProperties'] as const) {
    const child = schema[as]
    if (isRecord(child)) {
      yield* walk({ schema: child, path: [...path, as], as, parent: node }, depth + 1)
    }
  }
  if (!isRecord(schema.properties)) return
  for (const [name, child] of Object.entries(schema.properties)) {
    if (!isRecord(child)) continue
    const at = [...path, 'properties', name]
    yield* walk({ schema: child, path: at, as: 'properties', parent: node }, depth + 1)
  }
}
