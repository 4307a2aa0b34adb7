import { setRequired } from '@/lib/commands/set-required'
import { isRecord } from '@/lib/promise/path'
import { show } from '@/lib/schema/misfit'
import { walkSchema } from '@/lib/schema/walk'
import type { Rule } from './rule'

/** kratix.md 101: what is required but not declared is pruned, and no request is ever valid. */
export const schemaRequired: Rule = {
  id: 'schema-required',
  check({ promise: { api } }, report) {
    for (const { schema, schemaPath } of api?.versions ?? []) {
      for (const node of walkSchema(schema, schemaPath)) {
        const { required, properties } = node.schema
        // Of what is no object it asks nothing.
        if (!Array.isArray(required) || node.schema.type !== 'object') continue
        if (node.schema['x-kubernetes-preserve-unknown-fields'] === true) continue
        if (isRecord(node.schema.additionalProperties)) continue
        // At the root the API server itself declares these three.
        const implied = node.parent ? [] : ['apiVersion', 'kind', 'metadata']
        for (const [i, name] of required.entries()) {
          const known =
            isRecord(properties) && typeof name === 'string' && Object.hasOwn(properties, name)
          if (known || implied.includes(name)) continue
          report({
            severity: 'error',
            message: `${show(name)} is required but not declared, so no request can be valid.`,
            at: [...node.path, 'required', i],
            fix:
              typeof name === 'string'
                ? setRequired([...node.path, 'properties', name], false)
                : undefined,
          })
        }
      }
    }
  },
}
