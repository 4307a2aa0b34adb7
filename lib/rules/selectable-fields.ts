import { isRecord, type Path, valueAt } from '@/lib/promise/path'
import { MAX_SELECTABLE_FIELDS } from '@/lib/schema/columns'
import { show } from '@/lib/schema/misfit'
import type { Rule } from './rule'

const TYPES = ['string', 'boolean', 'integer']

/** kratix.md 93 and 97. */
export const selectableFields: Rule = {
  id: 'selectable-fields',
  check({ promise: { api }, value }, report) {
    for (const { path, schema } of api?.versions ?? []) {
      const at: Path = [...path, 'selectableFields']
      const fields = valueAt(value, at)
      const seen = new Set<string>()
      for (const [i, field] of Array.isArray(fields) ? fields.entries() : []) {
        const jsonPath = isRecord(field) ? field.jsonPath : undefined
        const text = typeof jsonPath === 'string' ? jsonPath : ''
        const message = fault(text, schema, seen)
        seen.add(text)
        if (message) report({ severity: 'error', message, at: [...at, i, 'jsonPath'] })
      }
      if (seen.size > MAX_SELECTABLE_FIELDS) {
        const message = `There are ${seen.size} selectable fields; at most ${MAX_SELECTABLE_FIELDS} are allowed.`
        report({ severity: 'error', message, at })
      }
    }
  },
}

function fault(text: string, schema: unknown, seen: ReadonlySet<string>): string | undefined {
  if (text === '') return 'The selectable field has no jsonPath, which says what is selected by.'
  const what = `The selectable field ${show(text)}`
  if (text.includes('[')) return `${what} is an invalid path: array notation is not allowed.`
  if (!/^(\.[^.[\]]+)+$/.test(text))
    return `${what} is an invalid path: write it like ".spec.size".`
  const names = text.slice(1).split('.')
  if (names[0] === 'metadata') return `${what} must not point to fields in metadata.`
  if (names[0] === 'status') {
    return `${what} reads the status, whose schema Kratix replaces, so the field will not be there.`
  }
  let here: unknown = schema
  for (const name of names) {
    const inMap = valueAt(here, ['additionalProperties'])
    const named = valueAt(here, ['properties'])
    here = isRecord(named) && Object.keys(named).length > 0 ? valueAt(named, [name]) : inMap
    if (!isRecord(here)) return `${what} is an invalid path: it does not refer to a valid field.`
  }
  if (!TYPES.includes(String(valueAt(here, ['type'])))) {
    return `${what} must point to a field of type string, boolean or integer.`
  }
  return seen.has(text) ? `${what} is here twice.` : undefined
}
