import { isRecord } from '@/lib/promise/path'
import { propertiesIn } from '@/lib/schema/new-properties'

/** More names than these are only counted. */
const SHOWN = 4

/**
 * Which properties of the schema `spec` are gone when only those called `kept` stay, as the end of a
 * message: `; removed size, db`; '' when none is.
 */
export function removedWords(spec: unknown, kept: readonly string[]): string {
  const names = Object.keys(propertiesIn(isRecord(spec) ? spec : {}).properties)
  const gone = names.filter((name) => !kept.includes(name))
  if (gone.length === 0) return ''
  const more = gone.length > SHOWN ? ` and ${gone.length - SHOWN} more` : ''
  return `; removed ${gone.slice(0, SHOWN).join(', ')}${more}`
}
