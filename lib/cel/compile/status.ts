import { isRecord } from '@/lib/promise/path'
import type { Schema } from '@/lib/schema/property'

const STRING = { type: 'string' }
const COUNT = { type: 'integer', format: 'int64' }

/** The status that Kratix gives every version of an API (kratix.md 2.5). */
const STATUS: Schema = {
  type: 'object',
  'x-kubernetes-preserve-unknown-fields': true,
  properties: {
    message: STRING,
    observedGeneration: COUNT,
    workflows: COUNT,
    workflowsSucceeded: COUNT,
    workflowsFailed: COUNT,
    conditions: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          lastTransitionTime: { type: 'string', format: 'datetime' },
          message: STRING,
          reason: STRING,
          status: STRING,
          type: STRING,
        },
      },
    },
  },
}

/** The schema of a version as it stands on the cluster in the end. */
export function withKratixStatus(schema: Schema): Schema {
  const properties = isRecord(schema.properties) ? schema.properties : {}
  return { ...schema, properties: { ...properties, status: STATUS } }
}
