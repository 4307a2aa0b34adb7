import { isRecord } from '@/lib/promise/path'
import { CORE } from './core-fields'
import { CRD } from './crd-fields'
import { longNote, type StructNotes } from './fields'
import { ANYTHING, type Field, type Help, type Suggestion, withHelp, withHelpAt } from './help'
import { KRATIX } from './kratix-fields'
import meanings from './meanings.json'
import { withNeighbours } from './neighbours'
import { isKeywordFor, SCHEMA } from './schema-fields'
import { STRUCTS } from './structs'

const MEANINGS: Readonly<Record<string, Readonly<Record<string, string>>>> = meanings
const NOTES: Readonly<Record<string, StructNotes>> = { ...KRATIX, ...CRD, ...SCHEMA, ...CORE }

const SCALARS: Readonly<Record<string, string>> = {
  string: 'string',
  bool: 'boolean',
  int32: 'integer',
  int64: 'integer',
  float64: 'number',
  bytes: 'text in base64',
  time: 'time',
  quantity: 'quantity, e.g. 100m or 256Mi',
  intOrString: 'integer or string',
}
const BOOLEANS: readonly Suggestion[] = [{ value: true }, { value: false }]

/** What is known of a place whose type is `type`, in the notation of {@link STRUCTS}. */
export function structHelp(type: string): Help {
  const known = made.get(type)
  if (known) return known
  const help = makeHelp(type)
  made.set(type, help)
  return help
}

const made = new Map<string, Help>()

function makeHelp(type: string): Help {
  if (type === 'any') return ANYTHING
  if (type.startsWith('[]')) return listOf(type.slice(2))
  if (type.startsWith('{}')) return mapOf(type.slice(2))
  if (UNIONS[type]) return UNIONS[type]()
  const scalar = SCALARS[type]
  if (scalar !== undefined) {
    return { ...ANYTHING, type: scalar, holds: 'scalar', values: type === 'bool' ? BOOLEANS : [] }
  }
  return {
    type,
    holds: 'map',
    source: sourceOf(type),
    values: [],
    fields: (value) => fieldsOf(type, value),
    below: (step, value) => (typeof step === 'string' ? fieldHelp(type, step, value) : undefined),
  }
}

/** Types that are told apart by how they look. */
const UNIONS: Readonly<Record<string, () => Help>> = {
  schemaOrArray: () => structHelp('JSONSchemaProps'),
  schemaOrStrings: () => structHelp('JSONSchemaProps'),
  schemaOrBool: () => withHelp(structHelp('JSONSchemaProps'), { values: BOOLEANS }),
}

function listOf(type: string): Help {
  return {
    ...ANYTHING,
    type: `list of ${wordsOf(type)}`,
    holds: 'list',
    below: (step) => (typeof step === 'number' ? structHelp(type) : undefined),
  }
}

function mapOf(type: string): Help {
  return {
    ...ANYTHING,
    type: `map of ${wordsOf(type)}`,
    holds: 'map',
    below: (step) => (typeof step === 'string' ? structHelp(type) : undefined),
  }
}

function wordsOf(type: string): string {
  return structHelp(type).type
}

function fieldsOf(struct: string, value: unknown): readonly Field[] {
  const shape = STRUCTS[struct] ?? {}
  // The notes are in the order in which people write.
  const names = [...Object.keys(NOTES[struct] ?? {}), ...Object.keys(shape)]
  return [...new Set(names)].flatMap((name): readonly Field[] => {
    const note = longNote(NOTES[struct]?.[name])
    const help = fieldHelp(struct, name, value)
    if (!help || note?.hidden) return []
    if (struct === 'JSONSchemaProps' && !isKeywordFor(name, isRecord(value) ? value : {})) return []
    return [{ name, help, required: note?.required ?? false }]
  })
}

function fieldHelp(struct: string, name: string, value: unknown): Help | undefined {
  const shape = STRUCTS[struct] ?? {}
  const type = Object.hasOwn(shape, name) ? shape[name] : undefined
  if (type === undefined) return undefined
  const note = longNote(NOTES[struct]?.[name])
  const about = note?.about || MEANINGS[struct]?.[name]
  const source = sourceOf(struct)
  const values = (note?.values ?? []).map((one) => suggestion(one, type))
  const below = withNeighbours(structHelp(type), struct, name, value)
  const help = withHelp(below, { about, source })
  if (values.length === 0 || help.values.length > (type === 'bool' ? 2 : 0)) return help
  return withHelpAt(help, help.holds === 'list' ? ['*'] : [], { values })
}

/** Values of the notes are texts; a boolean field takes booleans. */
function suggestion(one: string | readonly [string, string], type: string): Suggestion {
  const [text, about] = typeof one === 'string' ? [one] : one
  return { value: type === 'bool' ? text === 'true' : text, about }
}

function sourceOf(struct: string): string {
  if (struct === 'object') return 'Kubernetes, any object'
  if (struct in KRATIX) return `Kratix, ${struct}`
  if (struct in CRD || struct in SCHEMA) return `Kubernetes, apiextensions/v1 ${struct}`
  if (
    struct === 'ObjectMeta' ||
    struct === 'OwnerReference' ||
    struct.startsWith('LabelSelector')
  ) {
    return `Kubernetes, meta/v1 ${struct}`
  }
  return `Kubernetes, core/v1 ${struct}`
}
