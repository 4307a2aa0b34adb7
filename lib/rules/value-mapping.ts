import { renderSteps, sourceSchema } from '@/lib/commands/render-sources'
import { SETTINGS_FILE } from '@/lib/promise/files'
import { equal, show } from '@/lib/schema/misfit'
import type { Rule } from './rule'

/** kratix.md B5: every choice that the API allows has a row, and every row is a choice. */
export const valueMapping: Rule = {
  id: 'value-mapping',
  check({ promise, settings }, report) {
    for (const { step, key } of renderSteps(promise, settings)) {
      for (const [name, row] of Object.entries(step.values)) {
        const place = sourceSchema(promise, key, row)?.place
        if (!row.map || place?.kind !== 'declared') continue
        const at = ['steps', key, 'values', name, 'map']
        const mapped = row.map.map(({ when }) => when)
        const allowed = choices(place.schema)
        const missing = allowed?.filter((one) => !mapped.some((when) => equal(when, one))) ?? []
        if (missing.length > 0) {
          report({
            severity: 'warning',
            message: `The value "${name}" has no row for ${missing.map(show).join(', ')}: a request with it fails.`,
            at,
            file: SETTINGS_FILE,
          })
        }
        for (const [i, when] of mapped.entries()) {
          const never = allowed && !allowed.some((one) => equal(when, one))
          if (never) {
            report({
              severity: 'warning',
              message: `The value "${name}" has a row for ${show(when)}, which the API does not allow.`,
              at: [...at, i, 'when'],
              file: SETTINGS_FILE,
            })
          }
        }
      }
    }
  },
}

/** The values that a property can have, if they are a closed choice. */
function choices(schema: Readonly<Record<string, unknown>>): readonly unknown[] | undefined {
  if (Array.isArray(schema.enum)) return schema.enum.filter((one) => one !== null)
  return schema.type === 'boolean' ? [true, false] : undefined
}
