import type { Schema } from '../property'

/** What a conversion could not take along as it was. */
export interface ConversionNote {
  /** Names of the properties from the top down; `[]` in items, `{}` in the values of a map. */
  readonly at: readonly string[]
  readonly message: string
}

/** Collects notes; the same is said once for each place. */
export class Report {
  readonly notes: ConversionNote[] = []
  readonly #seen = new Set<string>()

  say(at: readonly string[], message: string): void {
    const key = JSON.stringify([at, message])
    if (this.#seen.has(key)) return
    this.#seen.add(key)
    this.notes.push({ at, message })
  }
}

/** What the parts of a conversion share. */
export interface Conversion {
  readonly report: Report
  /** The schema below, with its references and choices. */
  readonly convert: (given: unknown, at: readonly string[]) => Schema
}

/** Where a note belongs, as people read it: `db.users[].name`. */
export function displayAt(at: readonly string[]): string {
  return at.reduce(
    (text, name) =>
      name === '[]' || name === '{}' ? text + name : text ? `${text}.${name}` : name,
    '',
  )
}
