import { setField } from '@/lib/commands/set-field'
import { PROMISE_FILE } from '@/lib/promise/files'
import { isRecord } from '@/lib/promise/path'
import { show } from '@/lib/schema/misfit'
import type { Rule } from './rule'

/** kratix.md 50, 53 and 98: every version has a schema, of an object, with properties. */
export const schemaRoot: Rule = {
  id: 'schema-root',
  check({ promise: { api } }, report) {
    for (const { name, schema, schemaPath } of api?.versions ?? []) {
      if (!isRecord(schema)) {
        const message = `The version "${name}" has no openAPIV3Schema.`
        report({ severity: 'error', message, at: schemaPath })
        continue
      }
      if (schema.type !== 'object') {
        report({
          severity: 'error',
          message: `The schema of version "${name}" ${schema.type === undefined ? 'has no type' : `has the type ${show(schema.type)}`}; at the root it must be "object".`,
          at: [...schemaPath, 'type'],
          fix: setField(PROMISE_FILE, [...schemaPath, 'type'], 'object', 'Set the type to object'),
        })
      }
      if (!isRecord(schema.properties)) {
        report({
          severity: 'warning',
          message: `The schema of version "${name}" has no properties, so everything in a request is dropped.`,
          at: schemaPath,
        })
      }
    }
  },
}
