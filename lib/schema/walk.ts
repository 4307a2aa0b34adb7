import { isRecord, type Path, samePath } from '@/lib/promise/path'
import { MAX_DEPTH } from './max-depth'
import type { Schema } from './property'

/** The keywords of logic that hold a list of schemas; `not` holds one. */
export const LOGIC_LISTS = ['allOf', 'anyOf', 'oneOf'] as const

export type SchemaKeyword =
  | 'properties'
  | 'items'
  | 'additionalProperties'
  | 'not'
  | (typeof LOGIC_LISTS)[number]

export interface SchemaNode {
  readonly schema: Schema
  readonly path: Path
  /** Keyword under which the parent holds it; `undefined` at the root. */
  readonly as: SchemaKeyword | undefined
  readonly parent: SchemaNode | undefined
  /** Below `allOf`, `anyOf`, `oneOf` or `not`, where a schema only adds conditions (kratix.md 67). */
  readonly logic: boolean
}

/**
 * A schema and every schema below it that describes a value, parents first: items,
 * additionalProperties, properties. The logic keywords (`oneOf`, …) are not entered.
 */
export function walkSchema(schema: unknown, path: Path): readonly SchemaNode[] {
  return visit(schema, path).structural
}

/** As {@link walkSchema}, and with the schemas below the logic keywords. */
export function allSchemas(schema: unknown, path: Path): readonly SchemaNode[] {
  return visit(schema, path).all
}

interface Visited {
  readonly path: Path
  readonly all: readonly SchemaNode[]
  readonly structural: readonly SchemaNode[]
}

/** Rules ask one after the other for the same schema. */
const known = new WeakMap<object, Visited>()
const NOTHING: Visited = { path: [], all: [], structural: [] }

function visit(schema: unknown, path: Path): Visited {
  if (!isRecord(schema)) return NOTHING
  const hit = known.get(schema)
  if (hit && samePath(hit.path, path)) return hit
  const all: SchemaNode[] = []
  walk({ schema, path, as: undefined, parent: undefined, logic: false }, 0, all)
  const visited = { path, all, structural: all.filter(({ logic }) => !logic) }
  known.set(schema, visited)
  return visited
}

function walk(node: SchemaNode, depth: number, found: SchemaNode[]) {
  found.push(node)
  if (depth >= MAX_DEPTH) return
  const { schema, path } = node
  const enter = (child: unknown, as: SchemaKeyword, rest: Path, logic: boolean) => {
    if (!isRecord(child)) return
    walk({ schema: child, path: [...path, as, ...rest], as, parent: node, logic }, depth + 1, found)
  }
  enter(schema.items, 'items', [], node.logic)
  enter(schema.additionalProperties, 'additionalProperties', [], node.logic)
  if (isRecord(schema.properties)) {
    for (const [name, child] of Object.entries(schema.properties)) {
      enter(child, 'properties', [name], node.logic)
    }
  }
  enter(schema.not, 'not', [], true)
  for (const as of LOGIC_LISTS) {
    const list = schema[as]
    if (!Array.isArray(list)) continue
    for (const [i, child] of list.entries()) enter(child, as, [i], true)
  }
}
