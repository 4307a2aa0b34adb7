import { setRequired } from '@/lib/commands/set-required'
import { isRecord } from '@/lib/promise/path'
import { breaking, propertyOf, schemaUpdateRule } from './update-rule'

/** kratix.md 9.3: requests that lack what is required now are invalid at their next write. */
export const updateRequired = schemaUpdateRule('update-required', (pair, report) => {
  const { now, before, path, name } = pair
  const was = new Set(Array.isArray(before.required) ? before.required : [])
  for (const [i, key] of (Array.isArray(now.required) ? now.required : []).entries()) {
    if (typeof key !== 'string' || was.has(key)) continue
    const schema = propertyOf(now, key)
    const filled = isRecord(schema) && schema.default !== undefined && schema.default !== null
    if (filled || schema === undefined) continue
    const called = name === '' ? key : `${name}.${key}`
    report(
      breaking(
        [...path, 'required', i],
        `${called} is required now and has no default, so requests without it are invalid.`,
        { suggestions: [setRequired([...path, 'properties', key], false)] },
      ),
    )
  }
})
