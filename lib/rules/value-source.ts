import { renderSteps, sourceSchema } from '@/lib/commands/render-sources'
import { SETTINGS_FILE } from '@/lib/promise/files'
import type { Rule } from './rule'

/** A value of a `render` step reads something that the API has, and that is a scalar. */
export const valueSource: Rule = {
  id: 'value-source',
  check({ promise, settings }, report) {
    for (const { step, key } of renderSteps(promise, settings)) {
      for (const [name, row] of Object.entries(step.values)) {
        const source = sourceSchema(promise, key, row)
        if (!source || source.place.kind === 'open') continue
        const message =
          source.place.kind === 'absent'
            ? `The value "${name}" reads ${source.from}, which the API does not have.`
            : collectionMessage(name, source.from, source.place.schema.type)
        const at = ['steps', key, 'values', name, 'from']
        if (message) report({ severity: 'error', message, at, file: SETTINGS_FILE })
      }
    }
  },
}

function collectionMessage(name: string, from: string, type: unknown): string | undefined {
  const what = type === 'object' ? 'an object' : type === 'array' ? 'a list' : undefined
  return (
    what &&
    `The value "${name}" reads ${from}, which is ${what}; it must be a string, number or boolean.`
  )
}
