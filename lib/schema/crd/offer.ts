import { upperFirst } from '@/lib/promise/upper-first'
import { equal } from '../misfit'
import type { NewProperties } from '../new-properties'
import type { Schema } from '../property'
import { type CrdField, defaultOf, offeredSchema } from './fields'

/** A field of a custom resource that requesters may set. */
export interface OfferedField {
  /** Names below the custom resource's `spec`. */
  readonly path: readonly string[]
  /** Names below the API's `spec`. */
  readonly names: readonly string[]
  readonly schema: Schema
  /** What it is when a request does not say; `undefined`: a request has to. */
  readonly default: unknown
}

/** How the properties of the API are named: as the fields are nested, or side by side. */
export type Naming = 'nested' | 'flat'

/** A field as it is offered at first: its own default is taken along, else it is required. */
export function offerField(spec: Schema, field: CrdField, names: readonly string[]): OfferedField {
  const schema = offeredSchema(field)
  return { path: field.path, names, schema, default: defaultOf(spec, field.path) }
}

/** Names as the fields are nested. A step could not read a name with a dot in it. */
export function nestedNames(path: readonly string[]): readonly string[] {
  return path.map((name) => name.replaceAll('.', '_'))
}

/** Names for fields side by side: as short as tells them apart, `replicas`, `sentinelReplicas`. */
export function flatNames(paths: readonly (readonly string[])[]): readonly string[] {
  const found: (string | undefined)[] = paths.map(() => undefined)
  let open = paths.map((_, i) => i)
  for (let count = 1; open.length > 0; count++) {
    const named = paths.map((path) => camel(path.slice(-count)))
    const times = new Map<string, number>()
    for (const name of named) times.set(name, (times.get(name) ?? 0) + 1)
    for (const i of open) if (times.get(named[i] ?? '') === 1) found[i] = named[i]
    open = open.filter((i) => found[i] === undefined && count < (paths[i]?.length ?? 0))
  }
  return paths.map((path, i) => found[i] ?? `${camel(path)}${i + 1}`)
}

function camel(names: readonly string[]): string {
  return nestedNames(names)
    .map((name, i) => (i === 0 ? name : upperFirst(name)))
    .join('')
}

/** Why these fields cannot be offered under these names, or `undefined` when they can. */
export function offerProblem(fields: readonly OfferedField[]): string | undefined {
  const holders = fieldsAt(fields)
  for (const field of fields) {
    const { names } = field
    if (names.length === 0 || names.includes('')) return 'Each property needs a name.'
    const dotted = names.find((name) => name.includes('.'))
    if (dotted !== undefined) return `A step cannot read "${dotted}": no dots within a name.`
    const other = holders.get(JSON.stringify(names))?.find((one) => one !== field)
    if (!other) continue
    const shown = names.join('.')
    return names.length === other.names.length
      ? `Two fields are called "${shown}".`
      : `"${shown}" is a single value, and "${other.names.join('.')}" would be in it.`
  }
  return undefined
}

/** The first two fields at each place or in it: the second tells whether there is another. */
function fieldsAt(fields: readonly OfferedField[]): ReadonlyMap<string, readonly OfferedField[]> {
  const found = new Map<string, OfferedField[]>()
  for (const field of fields) {
    for (let count = 1; count <= field.names.length; count++) {
      const key = JSON.stringify(field.names.slice(0, count))
      const known = found.get(key)
      if (!known) found.set(key, [field])
      else if (known.length < 2) known.push(field)
    }
  }
  return found
}

/** A property that is being put together: an object until a field is put there. */
interface Branch {
  readonly below: Map<string, Branch>
  field?: OfferedField
}

/**
 * The properties of the API. A field without a default is required, and so is what holds it; an
 * object of which nothing is required comes into being by itself, so that the defaults in it apply.
 */
export function propertiesOfOffer(fields: readonly OfferedField[]): NewProperties {
  const root: Branch = { below: new Map() }
  for (const field of fields) {
    let here = root
    for (const name of field.names) {
      const next = here.below.get(name) ?? { below: new Map() }
      here.below.set(name, next)
      here = next
    }
    here.field = field
  }
  return propertiesOf(root)
}

function propertiesOf({ below }: Branch): NewProperties {
  const properties: [string, Schema][] = []
  const required: string[] = []
  for (const [name, branch] of below) {
    if (branch.field) {
      properties.push([name, valueSchema(branch.field)])
      if (branch.field.default === undefined) required.push(name)
      continue
    }
    const inside = propertiesOf(branch)
    const demands = inside.required.length > 0
    properties.push([
      name,
      {
        type: 'object',
        ...(demands ? { required: inside.required } : { default: {} }),
        properties: inside.properties,
      },
    ])
    if (demands) required.push(name)
  }
  return { properties: Object.fromEntries(properties), required }
}

function valueSchema({ schema, default: value }: OfferedField): Schema {
  if (value === undefined || equal(schema.default, value)) return schema
  const { type, description, ...rest } = schema
  return {
    ...(type === undefined ? {} : { type }),
    ...(description === undefined ? {} : { description }),
    default: value,
    ...rest,
  }
}
