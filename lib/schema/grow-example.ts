import { isRecord, type Path, valueAt } from '@/lib/promise/path'
import { nodesIn } from './nodes-in'
import type { Schema } from './property'

/** So many values are judged, all tries together; an example that needs more says less. */
export const MAX_JUDGED = 50_000

/**
 * `base` with as much of `wanted` as leaves it valid, in the order in which that is written: each
 * property is tried on its own, with all that is around it.
 */
export function growExample(
  base: Schema,
  wanted: Schema,
  isValid: (body: Schema) => boolean,
): Schema {
  let body = base
  let judged = 0
  const isTaken = (next: Schema): boolean => {
    judged += nodesIn(next, MAX_JUDGED)
    if (judged > MAX_JUDGED || !isValid(next)) return false
    body = next
    return true
  }
  const visit = (value: unknown, path: Path): void => {
    if (!isRecord(value)) return
    for (const [key, below] of Object.entries(value)) {
      if (judged > MAX_JUDGED) return
      const at = [...path, key]
      if (valueAt(body, at) === undefined) {
        if (isTaken(withValue(body, at, below))) continue
        if (isRecord(below)) isTaken(withValue(body, at, {}))
      }
      if (valueAt(body, at) !== undefined) visit(below, at)
    }
  }
  visit(wanted, [])
  return body
}

function withValue(body: Schema, [key, ...rest]: Path, value: unknown): Schema {
  if (typeof key !== 'string') return body
  const below = valueAt(body, [key])
  const next = rest.length === 0 ? value : withValue(isRecord(below) ? below : {}, rest, value)
  return Object.fromEntries([...Object.entries(body).filter(([name]) => name !== key), [key, next]])
}
