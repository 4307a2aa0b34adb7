import { setRequired } from '@/lib/commands/set-required'
import { valueAt } from '@/lib/promise/path'
import type { Rule } from './rule'

/** kratix.md 103: required properties of an absent `spec` are not missed by the API server. */
export const specRequired: Rule = {
  id: 'spec-required',
  check({ promise: { api } }, report) {
    for (const { schema, schemaPath } of api?.versions ?? []) {
      const inSpec = valueAt(schema, ['properties', 'spec', 'required'])
      const atRoot = valueAt(schema, ['required'])
      if (!Array.isArray(inSpec) || inSpec.length === 0) continue
      if (Array.isArray(atRoot) && atRoot.includes('spec')) continue
      if (valueAt(schema, ['properties', 'spec', 'default']) !== undefined) continue
      report({
        severity: 'warning',
        message:
          'spec has required properties but is not required itself: a request without spec is accepted, and the pipeline misses its values.',
        at: [...schemaPath, 'properties', 'spec'],
        fix: setRequired([...schemaPath, 'properties', 'spec'], true),
      })
    }
  },
}
