import { schemaRule } from './schema-rule'

/** kratix.md 85-91: whether a CEL rule compiles, fits the types and is cheap enough. */
export const celNotJudged = schemaRule('cel-not-judged', (node, report) => {
  const rules = node.schema['x-kubernetes-validations']
  if (!Array.isArray(rules) || rules.length === 0) return
  report({
    severity: 'info',
    message: `${rules.length === 1 ? 'The CEL rule is' : `${rules.length} CEL rules are`} not judged here: the cluster also compiles and weighs them.`,
    at: [...node.path, 'x-kubernetes-validations'],
  })
})
