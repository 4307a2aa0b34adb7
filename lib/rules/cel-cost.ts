import { compileRules, costMessage, SCHEMA_LIMIT, unsureOf } from '@/lib/cel/compile/rules'
import { walkSchema } from '@/lib/schema/walk'
import type { Rule } from './rule'
import { keywordError } from './schema-rule'

/** kratix.md 91: what the rules of a version may cost, by the estimate of the API server. */
export const celCost: Rule = {
  id: 'cel-cost',
  check({ promise: { api } }, report) {
    for (const { schema, schemaPath } of api?.versions ?? []) {
      let total = 0
      for (const node of walkSchema(schema, schemaPath)) {
        if (!Array.isArray(node.schema['x-kubernetes-validations']) || unsureOf(node)) continue
        for (const [i, { cost, messageCost, faults }] of compileRules(node).rules.entries()) {
          total += (cost ?? 0) + (messageCost ?? 0)
          for (const { kind, keyword, message } of faults) {
            if (kind !== 'cost') continue
            const at = ['x-kubernetes-validations', i, keyword]
            report(keywordError(node, at, `The ${keyword} may cost too much: ${message}.`))
          }
        }
      }
      if (total <= SCHEMA_LIMIT) continue
      const message = costMessage(
        'x-kubernetes-validations estimated rule cost total for entire OpenAPIv3 schema',
        total,
        SCHEMA_LIMIT,
      )
      report({
        severity: 'error',
        at: schemaPath,
        message: `The rules of this version may cost too much together: ${message}.`,
      })
    }
  },
}
