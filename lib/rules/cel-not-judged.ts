import { compileRules, unsureOf } from '@/lib/cel/compile/rules'
import { judgeDefault } from '@/lib/cel/request/default-rules'
import { schemaRule } from './schema-rule'

/** kratix.md 85-91: what of a CEL rule is not known here as the API server knows it. */
export const celNotJudged = schemaRule('cel-not-judged', (node, report) => {
  const { unsure: doubt } = judgeDefault(node)
  if (doubt !== undefined) {
    const message = `The default is not judged by its CEL rules here, because of ${doubt}.`
    report({ severity: 'info', message, at: [...node.path, 'default'] })
  }
  const list = node.schema['x-kubernetes-validations']
  if (!Array.isArray(list)) return
  const { rules } = compileRules(node)
  const place = unsureOf(node)
  for (const [i, { unsure, faults }] of rules.entries()) {
    // A fault is told by its own rule, but for a place where none is looked for.
    const because = place ?? (faults.length > 0 ? undefined : unsure)
    if (because === undefined) continue
    report({
      severity: 'info',
      message: `The CEL rule is not judged here, because of ${because}.`,
      at: [...node.path, 'x-kubernetes-validations', i, 'rule'],
    })
  }
})
