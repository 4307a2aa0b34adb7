import type { SchemaPlace } from './places'

/** Stands in a place for every item of a list and every value of a map; as `EACH` of lib/cel. */
export const EACH = null

/** Names of properties on the way from one schema down to another, and {@link EACH}. */
export type Place = readonly (string | typeof EACH)[]

/** The names by which the last of `places` is reached from the one at `index`. */
export function placeBelow(places: readonly SchemaPlace[], index: number): Place {
  return places.slice(index + 1).map(({ as, name }) => (as === 'property' ? name : EACH))
}

/** How many schemas, from the root on, are on the way to both. */
export function sharedPlaces(a: readonly SchemaPlace[], b: readonly SchemaPlace[]): number {
  const apart = a.findIndex(({ as, name }, i) => as !== b[i]?.as || name !== b[i]?.name)
  return apart < 0 ? a.length : apart
}
