import { isRecord } from '@/lib/promise/path'
import { type NewProperties, propertiesIn } from '../new-properties'
import { fromJsonSchema } from './convert'
import type { Definition } from './definitions'
import type { ConversionNote } from './report'

/** The properties that a schema describes, and what could not be taken along. */
export interface ToProperties {
  readonly wanted: NewProperties
  readonly notes: readonly ConversionNote[]
  /** Why there are none. */
  readonly reason: string | undefined
}

const TAKEN = ['type', 'properties', 'required', 'title', 'description']

/** What a definition gives an object of the API; what it says of the object as a whole stays behind. */
export function toProperties({ schema, root }: Definition): ToProperties {
  const converted = fromJsonSchema(schema, root)
  const wanted = propertiesIn(converted.schema)
  if (!isRecord(converted.schema.properties) || Object.keys(wanted.properties).length === 0) {
    const is = typeof converted.schema.type === 'string' ? converted.schema.type : 'anything'
    const reason =
      is === 'object' || is === 'anything'
        ? 'It names no properties.'
        : `It describes a value of the type ${is}; properties come from an object.`
    return { wanted: { properties: {}, required: [] }, notes: converted.notes, reason }
  }
  const left = Object.keys(converted.schema).filter((keyword) => !TAKEN.includes(keyword))
  const whole = left.map((keyword) => ({
    at: [],
    message: `"${keyword}" of the object as a whole is left out.`,
  }))
  return { wanted, notes: [...converted.notes, ...whole], reason: undefined }
}
