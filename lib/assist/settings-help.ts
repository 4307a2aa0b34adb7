import { toJSONSchema } from 'zod/mini'
import { valueAt } from '@/lib/promise/path'
import { settings } from '@/lib/promise/settings'
import { type Help, withHelp, withHelpAt } from './help'
import { schemaHelp } from './schema-help'

/** What the settings can refer to in the Promise that they stand beside. */
export interface Referable {
  /** Keys of the steps: `type/action/pipeline/container`. */
  readonly steps: readonly string[]
  /** Dotted paths of the properties of a request: `spec.size`. */
  readonly sources: readonly string[]
}

const SOURCE = 'Settings of this repository'

/** What is known of the settings file: by the very schema that it is read with. */
export function settingsHelp({ steps, sources }: Referable): Help {
  const root = schemaHelp(jsonSchema(), { source: SOURCE })
  const from = ['request.name', 'request.namespace', ...sources].map((value) => ({ value }))
  const known = withHelpAt(root, ['steps', '*', 'values', '*', 'from'], { values: from })
  return withHelp(known, {
    below: (step, value) => {
      const next = known.below(step, value)
      if (step !== 'steps' || !next) return next
      const step0 = next.below('', undefined)
      if (!step0) return next
      const taken = valueAt(value, ['steps'])
      return withHelp(next, {
        fields: () =>
          steps.map((name) => ({ name, help: next.below(name, taken) ?? step0, required: false })),
      })
    },
  })
}

let made: unknown

function jsonSchema(): unknown {
  made ??= toJSONSchema(settings, { io: 'input', unrepresentable: 'any' })
  return made
}
