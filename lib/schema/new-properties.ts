import { isRecord } from '@/lib/promise/path'
import type { Schema } from './property'

/** Properties that an object is to get, in their order, and which of them are required. */
export interface NewProperties {
  readonly properties: Readonly<Record<string, Schema>>
  readonly required: readonly string[]
}

/** One property to be added, once what is there already has been looked at. */
export interface Addition {
  /** Names from the object down. */
  readonly names: readonly string[]
  readonly schema: Schema
}

export interface Additions {
  readonly additions: readonly Addition[]
  /** Names from the object down to each property that is to be required. */
  readonly required: readonly (readonly string[])[]
  /** Names of what is there already. */
  readonly clashes: readonly (readonly string[])[]
}

/**
 * What has to be added to the object `holder` so that it has all that is wanted: an object that is
 * there already gets only what it lacks. Anything else of the same name is a clash.
 */
export function additionsTo(holder: unknown, wanted: NewProperties): Additions {
  const found: Found = { additions: [], required: [], clashes: [] }
  collect(holder, wanted, [], found)
  return found
}

/** Why `clash`, one of the clashes of {@link additionsTo}, cannot be added. */
export function clashReason(wanted: NewProperties, clash: readonly string[]): string {
  const name = clash.join('.')
  let here = wanted
  for (const one of clash) here = propertiesIn(here.properties[one] ?? {})
  return Object.keys(here.properties).length > 0
    ? `"${name}" is no object, so nothing can stand in it.`
    : `There is a property "${name}" already.`
}

interface Found {
  readonly additions: Addition[]
  readonly required: string[][]
  readonly clashes: string[][]
}

function collect(
  holder: unknown,
  wanted: NewProperties,
  above: readonly string[],
  found: Found,
): void {
  const present = isRecord(holder) && isRecord(holder.properties) ? holder.properties : {}
  const required = new Set(wanted.required)
  for (const [name, schema] of Object.entries(wanted.properties)) {
    const names = [...above, name]
    const here = Object.hasOwn(present, name) ? present[name] : undefined
    if (!Object.hasOwn(present, name)) {
      found.additions.push({ names, schema })
      if (required.has(name)) found.required.push(names)
    } else if (isObject(here) && isObject(schema)) {
      collect(here, propertiesIn(schema), names, found)
    } else found.clashes.push(names)
  }
}

/** The properties of an object schema with what it requires. */
export function propertiesIn(schema: Schema): NewProperties {
  const properties = isRecord(schema.properties) ? schema.properties : {}
  const names = Array.isArray(schema.required) ? schema.required : []
  return {
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, one]) => [name, isRecord(one) ? one : {}]),
    ),
    required: names.filter((name): name is string => typeof name === 'string'),
  }
}

function isObject(schema: unknown): schema is Schema {
  return isRecord(schema) && schema.type === 'object' && !isRecord(schema.additionalProperties)
}
