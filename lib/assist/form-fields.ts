import { CORE } from './core-fields'
import { longNote, type StructNotes } from './fields'
import { KRATIX } from './kratix-fields'
import meanings from './meanings.json'
import { STRUCTS } from './structs'

/** A field of a struct as a form offers it. */
export interface FormField {
  readonly name: string
  /** In the notation of {@link STRUCTS}: `string`, `[]EnvVar`, `{}quantity`. */
  readonly type: string
  /** What it means, in a line. */
  readonly about: string
  /** The values that it takes, or usual ones; of a list those of its items, of a map its keys. */
  readonly values: readonly { readonly value: string; readonly about?: string | undefined }[]
  /** Only these values are taken. */
  readonly closed: boolean
  readonly required: boolean
  /** Written in by the cluster, or of no use here: shown where it is, never offered. */
  readonly hidden: boolean
}

const NOTES: Readonly<Record<string, StructNotes>> = { ...KRATIX, ...CORE }
const MEANINGS: Readonly<Record<string, Readonly<Record<string, string>>>> = meanings

/**
 * The fields of a struct, in the order in which people write them: the one table that forms, their
 * search and the order of what they write are made of.
 */
export function formFields(struct: string): readonly FormField[] {
  const known = made.get(struct)
  if (known) return known
  const shape = STRUCTS[struct] ?? {}
  const notes = NOTES[struct] ?? {}
  const names = [...new Set([...Object.keys(notes), ...Object.keys(shape)])]
  const fields = names.flatMap((name): readonly FormField[] => {
    const type = Object.hasOwn(shape, name) ? shape[name] : undefined
    if (type === undefined) return []
    const note = longNote(notes[name])
    return [
      {
        name,
        type,
        about: note?.about || MEANINGS[struct]?.[name] || '',
        values: (note?.values ?? []).map((one) =>
          typeof one === 'string' ? { value: one } : { value: one[0], about: one[1] },
        ),
        closed: note?.closed ?? false,
        required: note?.required ?? false,
        hidden: note?.hidden ?? false,
      },
    ]
  })
  made.set(struct, fields)
  return fields
}

const made = new Map<string, readonly FormField[]>()

/** True when `type` names a struct of which the fields are known. */
export function isStruct(type: string): boolean {
  return Object.hasOwn(STRUCTS, type)
}
