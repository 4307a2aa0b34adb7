import { isRecord, valueAt } from '@/lib/promise/path'
import { API } from '@/lib/promise/read'
import { isOldField } from './old-fields'
import type { Rule } from './rule'
import { SCHEMA_KEYWORDS, shapeFaults } from './shapes'

/** What the words of newer or other schema languages are in a CRD. */
const INSTEAD: Readonly<Record<string, string>> = {
  const: 'an enum of one value says the same',
  examples: 'write one "example"',
  regex: 'the keyword is "pattern"',
  readOnly: 'no field of a CRD can be read-only; a CEL rule can forbid changes',
  if: 'write "oneOf" or a CEL rule',
}

/** kratix.md 60: Kratix drops what a CRD does not know without a word. */
export const apiUnknownKeys: Rule = {
  id: 'api-unknown-keys',
  check({ value }, report) {
    const api = valueAt(value, API)
    if (!isRecord(api)) return
    for (const { kind, path, found } of shapeFaults('CustomResourceDefinition', api, API)) {
      if (kind !== 'unknown' || isOldField(path)) continue
      const inSchema = path.includes('openAPIV3Schema') && path.at(-2) !== 'externalDocs'
      const hint = Object.hasOwn(INSTEAD, found) ? INSTEAD[found] : nearest(found, inSchema)
      report({
        severity: 'warning',
        message: `The key "${found}" is unknown here and is dropped without a word${hint ? `: ${hint}` : ''}.`,
        at: path,
      })
    }
  },
}

function nearest(found: string, inSchema: boolean): string | undefined {
  if (!inSchema) return undefined
  const flat = found.replace(/[-_]/g, '').toLowerCase()
  const like = SCHEMA_KEYWORDS.find((known) => {
    const name = known.replace('x-kubernetes-', '').replace(/-/g, '').toLowerCase()
    return name === flat || `${name}s` === flat || name === `${flat}s`
  })
  return like && `perhaps "${like}" is meant`
}
