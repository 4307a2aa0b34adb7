import { isRecord, isWithin, type Path } from '@/lib/promise/path'
import { MAX_DEPTH } from './max-depth'
import type { Schema } from './property'

/** One of the schemas within each other that make a property: itself, its items, their values… */
export interface SchemaLevel {
  /** Of the property: "Itself", "Items", "Values of items". */
  readonly label: string
  readonly path: Path
  readonly schema: Schema
}

/**
 * The schema at `path` and, while it is a list or a map, that of what it holds, and so on. Children
 * of objects are properties of their own.
 */
export function schemaLevels(schema: Schema, path: Path): readonly SchemaLevel[] {
  const levels: SchemaLevel[] = [{ label: 'Itself', path, schema }]
  let held = ''
  for (let here = schema; levels.length < MAX_DEPTH; ) {
    const last = levels.at(-1)?.path ?? path
    const keyword = holds(here)
    const next = keyword && here[keyword]
    if (!keyword || !isRecord(next)) return levels
    const word = keyword === 'items' ? 'Items' : 'Values'
    const label = held === '' ? word : `${word} of ${held}`
    levels.push({ label, path: [...last, keyword], schema: next })
    held = label.toLowerCase()
    here = next
  }
  return levels
}

function holds(schema: Schema): 'items' | 'additionalProperties' | undefined {
  if (schema.type === 'array') return 'items'
  return isRecord(schema.additionalProperties) ? 'additionalProperties' : undefined
}

/** Index of the level that `place` is about; 0 when it is about none of them. */
export function levelOf(levels: readonly SchemaLevel[], place: Path): number {
  return Math.max(
    0,
    levels.findLastIndex(({ path }) => isWithin(place, path)),
  )
}
