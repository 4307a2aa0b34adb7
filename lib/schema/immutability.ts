import { type Path, valueAt } from '@/lib/promise/path'
import { schemaPlaces } from './places'
import type { Schema } from './property'

/** The CEL rule that forbids changes; it is asked only where there was a value and still is. */
export const IMMUTABLE = { rule: 'self == oldSelf', message: 'cannot be changed after creation' }

/** Index in `x-kubernetes-validations` of the rule that forbids changes; -1 when there is none. */
export function immutabilityIndex(schema: Schema): number {
  const rules = schema['x-kubernetes-validations']
  return Array.isArray(rules) ? rules.findIndex((one) => forbidsChange(valueAt(one, ['rule']))) : -1
}

/** True for `self == oldSelf`, also the other way round, with parentheses or as a double negation. */
function forbidsChange(rule: unknown): boolean {
  if (typeof rule !== 'string' || rule.length > 200) return false
  let text = rule.replaceAll(/\/\/.*$/gm, '').replaceAll(/\s+/g, '')
  while (/^\([^()]*\)$/.test(text)) text = text.slice(1, -1)
  return SAME.test(text)
}

const SAME = /^(?:(?:self==oldSelf|oldSelf==self)|!\((?:self!=oldSelf|oldSelf!=self)\))$/

/**
 * Why no rule at `path` can compare with the earlier value (kratix.md 90); `undefined` when one can.
 * @param promise `promise.yaml` as plain data
 */
export function uncorrelatable(promise: unknown, path: Path): string | undefined {
  const places = schemaPlaces(path) ?? []
  for (const [i, place] of places.entries()) {
    const holder = places[i - 1]
    if (!holder) continue
    const schema = valueAt(promise, holder.path)
    if (valueAt(schema, ['x-kubernetes-map-type']) === 'atomic') {
      return 'It lies in an object that is replaced as a whole (map type atomic), so there is no earlier value to compare with.'
    }
    if (place.as === 'items' && valueAt(schema, ['x-kubernetes-list-type']) !== 'map') {
      return 'Items of a list have no earlier value to compare with, unless the list has the type map with keys.'
    }
  }
  return undefined
}
