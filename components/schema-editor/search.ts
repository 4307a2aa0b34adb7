import type { Property } from '@/lib/schema/property'

export interface Found {
  /** The properties that match, in the order of the list. */
  readonly matches: ReadonlySet<Property>
  /** The same with the objects that they lie in: what the list shows. */
  readonly shown: ReadonlySet<Property>
}

/**
 * The properties whose name holds `query`, or whose path from `spec` on does where there is a dot in
 * it: `db.port`, `spec.db`. Upper and lower case are the same. `undefined` for an empty query.
 */
export function searchProperties(
  properties: readonly Property[],
  query: string,
): Found | undefined {
  const wanted = query.trim().toLowerCase()
  if (wanted === '') return undefined
  const byPath = wanted.includes('.')
  const matches = new Set<Property>()
  const shown = new Set<Property>()
  const visit = (list: readonly Property[], above: string): boolean => {
    let any = false
    for (const property of list) {
      const name = property.name.toLowerCase()
      const path = `${above}.${name}`
      const fits = (byPath ? path : name).includes(wanted)
      if (fits) matches.add(property)
      const below = visit(property.children, path)
      if (!fits && !below) continue
      shown.add(property)
      any = true
    }
    return any
  }
  visit(properties, 'spec')
  return { matches, shown }
}

/**
 * Where in the name of a match stands what was searched for: from and to, in letters of the name.
 * Of a path it is the end of it, as far as that is in the name. `undefined` when it is not there, or
 * when the letters of the name are not all of one width.
 */
export function matchIn(
  name: string,
  query: string,
): { readonly from: number; readonly to: number } | undefined {
  const wanted = query.trim().toLowerCase()
  const lower = name.toLowerCase()
  // Other letters may be wider, or more of them in lower case.
  if (wanted === '' || !/^[ -~]*$/.test(name)) return undefined
  const last = wanted.split('.').at(-1) ?? ''
  const from = last === '' ? -1 : lower.indexOf(last)
  return from < 0 ? undefined : { from, to: from + last.length }
}
