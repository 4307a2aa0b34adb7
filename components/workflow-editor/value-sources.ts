import type { ValueSettings } from '@/lib/promise/settings'
import type { Property } from '@/lib/schema/property'

/** A choice in the column "From". */
export interface SourceChoice {
  readonly id: string
  readonly label: string
  readonly row: ValueSettings
}

/**
 * Where a value may come from: the request itself, each scalar of the API, a label, a constant.
 *
 * @param properties the properties of `spec`
 * @param current what the row says now; offered too when the API does not have it (any more)
 */
export function sourceChoices(
  properties: readonly Property[],
  current: ValueSettings,
): readonly SourceChoice[] {
  const choices: SourceChoice[] = [
    { id: 'request.name', label: 'request name', row: { from: 'request.name' } },
    { id: 'request.namespace', label: 'request namespace', row: { from: 'request.namespace' } },
    ...scalarPaths(properties).map((path) => ({ id: path, label: path, row: { from: path } })),
    { id: 'label', label: 'a label', row: { label: 'app.kubernetes.io/part-of' } },
    { id: 'constant', label: 'a constant', row: { constant: '' } },
  ]
  const id = sourceId(current)
  if (choices.some((choice) => choice.id === id)) return choices
  return [...choices, { id, label: `${id} (not in the API)`, row: current }]
}

/** Which choice a row is. */
export function sourceId(row: ValueSettings): string {
  if ('from' in row) return row.from
  return 'label' in row ? 'label' : 'constant'
}

/** The property that a row reads, if the API has it. */
export function sourceProperty(
  properties: readonly Property[],
  row: ValueSettings,
): Property | undefined {
  if (!('from' in row) || !row.from.startsWith('spec.')) return undefined
  let here: Property | undefined
  let level = properties
  for (const name of row.from.split('.').slice(1)) {
    here = level.find((property) => property.name === name)
    level = here?.type === 'object' ? here.children : []
  }
  return here
}

/** `row` with another source; what belongs to the old source alone goes. */
export function withSource(row: ValueSettings, source: ValueSettings): ValueSettings {
  return 'constant' in source ? source : { ...source, ...rest(row) }
}

/** Default and mapping of a row, without its source. */
function rest(row: ValueSettings): Pick<ValueSettings, 'default' | 'map'> {
  return {
    ...(row.default === undefined ? {} : { default: row.default }),
    ...(row.map === undefined ? {} : { map: row.map }),
  }
}

/**
 * Where a new value of this name most likely comes from: the property of `spec` of that name, or the
 * only nested one; the request's name when there is none or one of several would be a guess.
 */
export function proposedSource(properties: readonly Property[], name: string): string {
  if (properties.some((property) => property.name === name)) return `spec.${name}`
  const nested = scalarPaths(properties).filter((path) => path.endsWith(`.${name}`))
  return nested.length === 1 && nested[0] !== undefined ? nested[0] : 'request.name'
}

function scalarPaths(properties: readonly Property[], prefix = 'spec'): readonly string[] {
  return properties.flatMap((property) => {
    // A dot in a name would read as a step down: such a property cannot be named.
    if (property.name.includes('.')) return []
    const path = `${prefix}.${property.name}`
    if (property.type === 'object') return scalarPaths(property.children, path)
    return ['string', 'integer', 'number', 'boolean', 'enum'].includes(property.type) ? [path] : []
  })
}
