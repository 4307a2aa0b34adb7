import { addSchema } from '@/lib/commands/restore-property'
import { isRecord } from '@/lib/promise/path'
import { breaking, NOT_OURS, propertyOf, schemaUpdateRule } from './update-rule'

/** kratix.md 9.3: what requests hold of a field that is gone is dropped at the next write. */
export const updateFields = schemaUpdateRule('update-fields', (pair, report) => {
  const { now, before, path, name } = pair
  if (!isRecord(before.properties) || now.type !== before.type) return
  if (now['x-kubernetes-preserve-unknown-fields'] === true) return
  if (now.additionalProperties !== undefined && now.additionalProperties !== false) return
  for (const [key, old] of Object.entries(before.properties)) {
    if (propertyOf(now, key) !== undefined || (name === '' && NOT_OURS.includes(key))) continue
    const called = name === '' ? key : `${name}.${key}`
    report(
      breaking(
        [...path, 'properties', key],
        `${called} is gone (a new name is another field), so what they hold of it is lost without a word.`,
        { suggestions: [addSchema([...path, 'properties', key], old)] },
      ),
    )
  }
})
