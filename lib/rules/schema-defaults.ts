import { setDefault } from '@/lib/commands/set-default'
import { displayPath } from '@/lib/promise/path'
import { misfit, show } from '@/lib/schema/misfit'
import { type SchemaNode, walkSchema } from '@/lib/schema/walk'
import type { Rule } from './rule'
import { nameOf } from './schema-types'

/** kratix.md 72-75: a default fits its schema, by itself and without the defaults below it. */
export const schemaDefaults: Rule = {
  id: 'schema-defaults',
  check({ promise: { api } }, report) {
    for (const { schema, schemaPath } of api?.versions ?? []) {
      for (const node of walkSchema(schema, schemaPath)) {
        const value = node.schema.default
        if (value === undefined || value === null) continue
        const at = [...node.path, 'default']
        if (!node.parent) {
          const message = 'The schema has a default at its root, where none is allowed.'
          report({ severity: 'error', message, at, fix: setDefault(node.path, undefined) })
          continue
        }
        const fault = misfit(node.schema, value)
        if (!fault) continue
        const inside = fault.path.length === 0 ? '' : ` at "${displayPath(fault.path)}"`
        const message = `${nameOf(node)} has the default ${show(value)}, which${inside} ${fault.reason}.`
        // Below additionalProperties the API server looks at no default before a request needs it.
        const severity = isInMap(node) ? 'warning' : 'error'
        report({ severity, message, at: [...at, ...fault.path] })
      }
    }
  },
}

function isInMap(node: SchemaNode): boolean {
  return node.as === 'additionalProperties' || (node.parent !== undefined && isInMap(node.parent))
}
