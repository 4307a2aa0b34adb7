import type { CrdField } from '@/lib/schema/crd'

/** The fields that are in sight: those below closed ones are not, nor those that no one looks for. */
export function fieldRows(
  fields: readonly CrdField[],
  isOpen: (field: CrdField) => boolean,
  query: string,
): readonly CrdField[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const rows: CrdField[] = []
  const add = (field: CrdField): boolean => {
    const at = rows.length
    rows.push(field)
    const own = words.length > 0 && fits(field, words)
    let found = own
    if (words.length > 0) {
      for (const child of field.children) found = add(child) || found
      if (!found) rows.length = at
      return found
    }
    if (isOpen(field)) for (const child of field.children) add(child)
    return true
  }
  for (const field of fields) add(field)
  return rows
}

/** True when each word is in the path, or the description says it. */
function fits({ path, description }: CrdField, words: readonly string[]): boolean {
  const text = path.join('.').toLowerCase()
  const last = path.at(-1)?.toLowerCase() ?? ''
  return words.every((word) => text.includes(word) || description.toLowerCase().includes(word))
    ? words.some((word) => last.includes(word) || description.toLowerCase().includes(word))
    : false
}

/** How many fields there are, those below others too. */
export function countFields(fields: readonly CrdField[]): number {
  return fields.reduce((sum, field) => sum + 1 + countFields(field.children), 0)
}

/** What a screen reader says of a field. */
export function labelOf({ path, type, required, closed, children }: CrdField): string {
  const why = closed !== undefined && children.length === 0 ? `, ${closed}` : ''
  return `${path.join('.')}, ${type}${required ? ', required' : ''}${why}`
}
