import { isRecord } from '@/lib/promise/path'
import { MAX_DEPTH } from './max-depth'
import { equal } from './misfit'
import type { Schema } from './property'

/** One thing in which two schemas differ. */
export interface SchemaChange {
  /** As people read it: `spec.size`, `spec.list[]`, `spec.map.*`. */
  readonly at: string
  /** Steps from the schema to what differs, as the text of either has them. */
  readonly path: readonly string[]
  readonly kind: 'added' | 'removed' | 'changed'
  /** The keyword that is changed; '' for a property that is added or removed. */
  readonly keyword: string
  readonly before: unknown
  readonly after: unknown
}

/** What is different in `after`, in the order of the schemas. Ends at the depth that forms follow. */
export function compareSchemas(before: unknown, after: unknown): readonly SchemaChange[] {
  const changes: SchemaChange[] = []
  compare(before, after, { at: '', path: [] }, changes)
  return changes
}

interface Spot {
  readonly at: string
  readonly path: readonly string[]
}

function compare(before: unknown, after: unknown, spot: Spot, changes: SchemaChange[]): void {
  if (before === after || spot.path.length > 2 * MAX_DEPTH) return
  const [old, now] = [before, after].map((one): Schema => (isRecord(one) ? one : {}))
  if (!old || !now) return
  for (const keyword of union(old, now)) {
    const [was, is] = [own(old, keyword), own(now, keyword)]
    const path = [...spot.path, keyword]
    if (keyword === 'properties') {
      compareProperties(was, is, { at: spot.at, path }, changes)
    } else if (keyword === 'items' && isRecord(was) && isRecord(is)) {
      compare(was, is, { at: `${spot.at}[]`, path }, changes)
    } else if (keyword === 'additionalProperties' && isRecord(was) && isRecord(is)) {
      compare(was, is, { at: spot.at === '' ? '*' : `${spot.at}.*`, path }, changes)
    } else if (!equal(was, is)) {
      changes.push({ at: spot.at, path, kind: 'changed', keyword, before: was, after: is })
    }
  }
}

function compareProperties(was: unknown, is: unknown, spot: Spot, changes: SchemaChange[]): void {
  const old = isRecord(was) ? was : {}
  const now = isRecord(is) ? is : {}
  for (const name of union(old, now)) {
    const at = spot.at === '' ? name : `${spot.at}.${name}`
    const path = [...spot.path, name]
    const [before, after] = [own(old, name), own(now, name)]
    const one = { at, path, keyword: '', before, after }
    if (!Object.hasOwn(old, name)) changes.push({ ...one, kind: 'added' })
    else if (!Object.hasOwn(now, name)) changes.push({ ...one, kind: 'removed' })
    else compare(before, after, { at, path }, changes)
  }
}

function own(record: Schema, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

function union(a: Schema, b: Schema): readonly string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
}
