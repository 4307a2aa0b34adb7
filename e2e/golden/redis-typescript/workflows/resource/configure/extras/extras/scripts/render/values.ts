import { describe, isMap } from '../kratix/index.js'

export type Scalar = string | number | boolean
export type ScalarType = 'string' | 'integer' | 'number' | 'boolean'

/** A value that templates may use, and where it comes from. */
export interface Value {
  readonly name: string
  readonly source:
    | 'metadata.name'
    | 'metadata.namespace'
    | readonly ['spec', ...string[]]
    | { readonly label: string }
    | { readonly constant: Scalar }
  /** The type that the source must have; any scalar without it. */
  readonly type?: ScalarType
  /** Stands in for a source that is absent. */
  readonly default?: Scalar
  /** The values that are allowed, and what each of them gives. */
  readonly map?: readonly { readonly when: Scalar; readonly give: Scalar }[]
  /** A condition asks whether it is there, so it may be absent. */
  readonly optional?: boolean
}

/** Values by their name; `undefined` for one that is absent and may be. */
export type Values = ReadonlyMap<string, Scalar | undefined>

/** Reads the values in their order. @throws Error for the first one that is not as it must be. */
export function readValues(values: readonly Value[], object: unknown): Values {
  return new Map(values.map((value) => [value.name, readValue(value, object)]))
}

function readValue({ source, type, map, ...value }: Value, object: unknown): Scalar | undefined {
  const { label, found } = look(source, object)
  const given = found ?? value.default
  if (given === undefined && value.optional) return undefined
  if (given === undefined) throw new Error(`${label} is missing and has no default`)
  const scalar = scalarOf(given, label)
  if (scalar === undefined || !hasType(scalar, type)) {
    throw new Error(`${label} must be ${TYPES[type ?? 'any']}, not ${describe(given)}`)
  }
  if (!map) return scalar
  const pair = map.find(({ when }) => when === scalar)
  if (pair) return pair.give
  const allowed = map.map(({ when }) => describe(when)).join(', ')
  throw new Error(
    `${label} is ${describe(scalar)}, which is not allowed; allowed values: ${allowed}`,
  )
}

function look(source: Value['source'], object: unknown): { label: string; found: unknown } {
  if (typeof source === 'string') return { label: source, found: find(object, source.split('.')) }
  if ('constant' in source) return { label: 'the constant', found: source.constant }
  if ('label' in source) {
    const label = `metadata.labels[${describe(source.label)}]`
    return { label, found: find(object, ['metadata', 'labels', source.label]) }
  }
  return { label: source.join('.'), found: find(object, source) }
}

function find(object: unknown, path: readonly string[]): unknown {
  let here = object
  for (const key of path) {
    if (!isMap(here) || !Object.hasOwn(here, key)) return undefined
    here = here[key]
  }
  return here
}

const TYPES = {
  string: 'a string',
  integer: 'an integer',
  number: 'a number',
  boolean: 'a boolean',
  any: 'a string, number or boolean',
}

/** A scalar as all languages share it: -0 is 0. `undefined` for a list or an object. */
function scalarOf(value: unknown, label: string): Scalar | undefined {
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value !== 'number' && typeof value !== 'bigint') return undefined
  const number = Number(value)
  if (Number.isInteger(number) && Math.abs(number) > Number.MAX_SAFE_INTEGER) {
    throw new Error(`${label} is too large: integers lie within ±${Number.MAX_SAFE_INTEGER}`)
  }
  return number === 0 ? 0 : number
}

function hasType(value: Scalar, type: ScalarType | undefined): boolean {
  if (type === undefined) return true
  return type === 'integer' ? Number.isInteger(value) : typeof value === type
}
