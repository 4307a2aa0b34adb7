import { isRecord, type Path, valueAt } from '@/lib/promise/path'

/**
 * Where a schema speaks of a place in a value that it describes: the deepest schema on the way to
 * it, as a path below `schema`. What the schema does not know leads to the object that holds it.
 */
export function schemaPathTo(schema: unknown, place: Path): Path {
  const found: (string | number)[] = []
  for (const step of place) {
    const here = valueAt(schema, found)
    if (!isRecord(here)) break
    if (typeof step === 'number' && isRecord(here.items)) found.push('items')
    else if (isRecord(valueAt(here, ['properties', step]))) found.push('properties', step)
    else if (isRecord(here.additionalProperties)) found.push('additionalProperties')
    else break
  }
  return found
}
