import type { Schema } from '../property'

/** The schema without keywords whose value is `undefined`. */
export function dropAbsent(schema: Schema): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined))
}
