import { setField } from '@/lib/commands/set-field'
import { PROMISE_FILE } from '@/lib/promise/files'
import type { Schema } from '@/lib/schema/property'
import { breaking, risky, schemaUpdateRule } from './update-rule'

/** kratix.md 9.3: stored values keep the type that they have. */
export const updateTypes = schemaUpdateRule('update-types', (pair, report) => {
  const { now, before, path, name } = pair
  const [is, was] = [typeOf(now), typeOf(before)]
  if (is === was || is === '' || was === '' || is === OPEN) return
  const at = [...path, 'type']
  const whole = name === '' ? 'the root' : name
  if (was === 'integer' && (is === 'number' || is === INT_OR_STRING)) {
    report(
      risky(
        at,
        `${whole} was of type integer; stored values stay valid, but the workflows may now get ${is === 'number' ? 'fractions' : 'texts'}.`,
      ),
    )
    return
  }
  if (was === 'string' && is === INT_OR_STRING) return
  const keyed = typeof before.type === 'string' && typeof now.type === 'string'
  report(
    breaking(
      at,
      `${whole} was of type ${was} and is of type ${is}, so stored values no longer fit.`,
      {
        suggestions: keyed
          ? [setField(PROMISE_FILE, at, before.type, `Restore type ${before.type}`)]
          : undefined,
      },
    ),
  )
})

const INT_OR_STRING = 'int-or-string'
const OPEN = 'anything'

function typeOf(schema: Schema): string {
  if (schema['x-kubernetes-int-or-string'] === true) return INT_OR_STRING
  if (typeof schema.type === 'string' && schema.type !== '') return schema.type
  return schema['x-kubernetes-preserve-unknown-fields'] === true ? OPEN : ''
}
