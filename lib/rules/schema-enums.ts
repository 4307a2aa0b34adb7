import { equal, misfit, show } from '@/lib/schema/misfit'
import { walkSchema } from '@/lib/schema/walk'
import type { Rule } from './rule'
import { nameOf, nameWithin } from './schema-types'

/** kratix.md 102: accepted by the API server, and yet no request can use such a value. */
export const schemaEnums: Rule = {
  id: 'schema-enums',
  check({ promise: { api } }, report) {
    for (const { schema, schemaPath } of api?.versions ?? []) {
      for (const node of walkSchema(schema, schemaPath)) {
        const values = node.schema.enum
        if (!Array.isArray(values)) continue
        const at = [...node.path, 'enum']
        if (values.length === 0) {
          const message = `${nameOf(node)} has an enum without a value, which allows every value.`
          report({ severity: 'warning', message, at })
        }
        const { enum: _, ...rest } = node.schema
        for (const [i, value] of values.entries()) {
          const fault = misfit(rest, value)
          const again = values.findIndex((one) => equal(one, value)) < i
          const why = fault
            ? `${fault.reason}, so no request can use it`
            : again
              ? 'stands there twice'
              : ''
          if (why === '') continue
          const message = `The value ${show(value)} in the enum of ${nameWithin(node)} ${why}.`
          report({ severity: 'warning', message, at: [...at, i] })
        }
      }
    }
  },
}
