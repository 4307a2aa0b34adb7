import { removePart } from '@/lib/commands/parts'
import { show } from '@/lib/schema/misfit'
import { containerRule, items, text } from './pipeline-rule'

/** kratix.md 3.3, 3.7 and L27: a variable of the container comes after Kratix's own, and wins. */
export const kratixVariables = containerRule('kratix-variables', ({ fields, path }, report) => {
  for (const [i, variable] of items(fields.env)) {
    const name = text(variable.name)
    if (!name?.startsWith('KRATIX_')) continue
    const at = [...path, 'env', i]
    report({
      severity: 'warning',
      at: [...at, 'name'],
      message: `The variable ${show(name)} takes the place of what Kratix tells the container under the names that begin with KRATIX_.`,
      suggestions: [{ ...removePart(at, path), label: `Remove ${name}` }],
    })
  }
})
