import { isRecord, type Path, valueAt } from '@/lib/promise/path'
import { type SchemaPlace, valuesBelow } from './places'
import { sharedPlaces } from './relative-place'

/** A value that goes where its property went; without `to` there is no place for it. */
export interface ValueMove {
  readonly from: Path
  /** The object that gets it; it may have to be made. */
  readonly to: Path | undefined
  /** True when that object is there. */
  readonly ready: boolean
}

/**
 * What becomes of the values of a property that moves, in the value at `root`: one for each item of
 * the lists and maps that lie above both places. Into and out of a list no value can follow.
 * @param before the schemas below that of `root` down to the property, `after` those of its new place
 */
export function valueMoves(
  value: unknown,
  root: Path,
  before: readonly SchemaPlace[],
  after: readonly SchemaPlace[],
): readonly ValueMove[] {
  const shared = Math.min(sharedPlaces(before, after), before.length - 1, after.length - 1)
  const plain = [...before.slice(shared), ...after.slice(shared)].every(
    ({ as }) => as === 'property',
  )
  const names = after.slice(shared, -1).map(({ name }) => name)
  return valuesBelow(value, root, before.slice(0, shared)).flatMap((above) =>
    valuesBelow(value, above, before.slice(shared)).map((from) => {
      const to = [...above, ...names]
      return plain
        ? { from, to, ready: isRecord(valueAt(value, to)) }
        : { from, to: undefined, ready: false }
    }),
  )
}
