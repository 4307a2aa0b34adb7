import { freePropertyName } from '@/lib/commands/add-property'
import { isWithin, type Path, samePath } from '@/lib/promise/path'
import type { Property } from '@/lib/schema/property'

/** A property as one line of the list. */
export interface PropertyRow {
  /**
   * Where it stands among its siblings, level by level (`0.2`): it stays while the name is being
   * typed, so the field that is typed in stays the same.
   */
  readonly id: string
  readonly property: Property
  /** Path of the `properties` map that holds it. */
  readonly parent: Path
  readonly siblings: readonly Property[]
  readonly index: number
  /** The row of the object or list around it. */
  readonly owner: PropertyRow | undefined
}

/**
 * The rows that are in sight: children of a closed property are not. Paths of `closed` are ids.
 * @param only while a search is on: the properties to show, closed or not
 */
export function rowsOf(
  properties: readonly Property[],
  closed: ReadonlySet<string>,
  only?: ReadonlySet<Property>,
  owner?: PropertyRow,
): readonly PropertyRow[] {
  return properties.flatMap((property, index) => {
    if (only && !only.has(property)) return []
    const id = owner ? `${owner.id}.${index}` : String(index)
    const parent = property.path.slice(0, -1)
    const row = { id, property, parent, siblings: properties, index, owner }
    const shut = !only && closed.has(id)
    return shut ? [row] : [row, ...rowsOf(property.children, closed, only, row)]
  })
}

/** The ids of all rows that can be closed. */
export function closableIds(properties: readonly Property[], above = ''): readonly string[] {
  return properties.flatMap((property, index) => {
    const id = above + index
    return property.childrenPath ? [id, ...closableIds(property.children, `${id}.`)] : []
  })
}

/** The rows from the outermost object down to a row itself. */
export function trailOf(row: PropertyRow): readonly PropertyRow[] {
  return row.owner ? [...trailOf(row.owner), row] : [row]
}

/** True when two rows show the same property in the same place among siblings of the same names. */
export function sameRow(a: PropertyRow, b: PropertyRow): boolean {
  return (
    a.id === b.id &&
    a.property === b.property &&
    a.siblings.length === b.siblings.length &&
    a.siblings.every((one, i) => sameAsSibling(one, b.siblings[i])) &&
    (a.owner?.property.name ?? '') === (b.owner?.property.name ?? '')
  )
}

/** Siblings tell whether a name is free and whether a property can move into the one above. */
function sameAsSibling(a: Property, b: Property | undefined): boolean {
  return (
    a === b ||
    (a.name === b?.name && (a.childrenPath === undefined) === (b.childrenPath === undefined))
  )
}

/** The row of the deepest property at or around `path`. */
export function rowAt(rows: readonly PropertyRow[], path: Path): PropertyRow | undefined {
  return rows.findLast((row) => isWithin(path, row.property.path))
}

/**
 * The row of now for one of an earlier moment, which a line or a callback may hold: that of the
 * same property, else, as while a name is being typed, the one in the same place; `row` itself when
 * there is none.
 */
export function currentRow(rows: readonly PropertyRow[], row: PropertyRow): PropertyRow {
  return (
    rows.find(({ property }) => samePath(property.path, row.property.path)) ??
    rows.find(({ id }) => id === row.id) ??
    row
  )
}

/** Where pasted properties go: into the map at `parent`, at this place among its properties. */
export interface PasteTarget {
  readonly parent: Path
  readonly index: number | undefined
}

/** Below a row among its siblings, or last among its own properties, if it can have some. */
export function pasteTarget(row: PropertyRow, where: 'below' | 'inside'): PasteTarget {
  const { childrenPath } = row.property
  return where === 'inside' && childrenPath
    ? { parent: childrenPath, index: undefined }
    : { parent: row.parent, index: row.index + 1 }
}

/** Where a moved property goes: into the map at `parent`, before the sibling `before` or last. */
export interface Target {
  readonly parent: Path
  readonly before: string | undefined
}

/** Where `active` goes when it is dropped on `over`; `undefined` when it may not or need not move. */
export function dropTarget(active: PropertyRow, over: PropertyRow): Target | undefined {
  if (active === over || isWithin(over.property.path, active.property.path)) return undefined
  if (over.siblings !== active.siblings) return { parent: over.parent, before: over.property.name }
  // Among siblings the row takes the place of the one below it, whichever side it comes from.
  const before = over.index > active.index ? over.siblings[over.index + 1] : over.property
  return { parent: over.parent, before: before?.name }
}

/** Where Alt+arrow takes a property: up and down among its siblings, out of and into objects. */
export function stepTarget(
  row: PropertyRow,
  direction: 'up' | 'down' | 'out' | 'in',
): Target | undefined {
  const { siblings, index, parent, owner } = row
  if (direction === 'up') {
    const above = siblings[index - 1]
    return above && { parent, before: above.name }
  }
  if (direction === 'down') {
    return index + 1 < siblings.length ? { parent, before: siblings[index + 2]?.name } : undefined
  }
  if (direction === 'out') {
    return owner && { parent: owner.parent, before: owner.siblings[owner.index + 1]?.name }
  }
  const into = siblings[index - 1]?.childrenPath
  return into && { parent: into, before: undefined }
}

/** A name that no sibling has: `name`, else `name2`, `name3`… */
export function freeName(siblings: readonly Property[], name: string): string {
  const taken = new Set(siblings.map((property) => property.name))
  return freePropertyName(name, (one) => taken.has(one))
}
