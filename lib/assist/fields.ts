/** What is said of one key of a struct: a sentence, or a sentence with more. */
export type FieldNote =
  | string
  | {
      readonly about: string
      /** The values that it takes, or usual ones; with what each means, where that needs saying. */
      readonly values?: readonly (string | readonly [value: string, about: string])[]
      /** Only these values are taken. */
      readonly closed?: boolean
      readonly required?: boolean
      /** Written in by the cluster: not offered. */
      readonly hidden?: boolean
    }

/** What is said of the keys of one struct, by key. */
export type StructNotes = Readonly<Record<string, FieldNote>>

/** A note in its long form. */
export function longNote(note: FieldNote | undefined): Exclude<FieldNote, string> | undefined {
  return typeof note === 'string' ? { about: note } : note
}
