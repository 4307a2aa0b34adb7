import { compileRules, costMessage, SCHEMA_LIMIT, unsureOf } from '@/lib/cel/compile/rules'
import type { Path } from '@/lib/promise/path'
import { walkSchema } from '@/lib/schema/walk'
import type { Rule } from './rule'
import { keywordError } from './schema-rule'

const TOTAL = 'x-kubernetes-validations estimated rule cost total for entire OpenAPIv3 schema'

/** kratix.md 91: what the rules of a version may cost, by the estimate of the API server. */
export const celCost: Rule = {
  id: 'cel-cost',
  check({ promise: { api } }, report) {
    for (const { schema, schemaPath } of api?.versions ?? []) {
      let total = 0
      let dearest: { readonly at: Path; readonly cost: number } | undefined
      let told = false
      for (const node of walkSchema(schema, schemaPath)) {
        if (!Array.isArray(node.schema['x-kubernetes-validations']) || unsureOf(node)) continue
        for (const [i, rule] of compileRules(node).rules.entries()) {
          const cost = (rule.cost ?? 0) + (rule.messageCost ?? 0)
          const at = [...node.path, 'x-kubernetes-validations', i, 'rule']
          total += cost
          if (cost > (dearest?.cost ?? 0)) dearest = { at, cost }
          for (const { kind, keyword, message } of rule.faults) {
            if (kind !== 'cost') continue
            told = true
            const place = ['x-kubernetes-validations', i, keyword]
            report(keywordError(node, place, `The ${keyword} may cost too much: ${message}.`))
          }
        }
      }
      if (told || total <= SCHEMA_LIMIT || !dearest) continue
      const why = costMessage(TOTAL, total, SCHEMA_LIMIT)
      const message = `The rules of this version may cost too much together, this one the most: ${why}.`
      report({ severity: 'error', at: dearest.at, message })
    }
  },
}
