import { isRecord, valueAt } from '@/lib/promise/path'
import { pluralOf, singularOf } from '@/lib/promise/plurals'
import { keyChoices } from '@/lib/schema/list-keys'
import { longNote, type StructNotes } from './fields'
import { ANYTHING, type Help, type Suggestion, withHelp, withHelpAt } from './help'
import { KRATIX_ANNOTATIONS, KRATIX_LABELS } from './kratix-fields'
import { formatValues, isCondition, LOGIC } from './schema-fields'
import { schemaHelp } from './schema-help'

/**
 * What is known of a field when its neighbours are looked at, beyond what its type says.
 * @param help what its type says
 * @param value the struct that has the field, as plain data
 */
export function withNeighbours(help: Help, struct: string, field: string, value: unknown): Help {
  if (struct === 'JSONSchemaProps') return ofSchema(help, field, isRecord(value) ? value : {})
  const look = LOOKS[`${struct}.${field}`]
  return look ? look(help, value) : help
}

const LOOKS: Readonly<Record<string, (help: Help, value: unknown) => Help>> = {
  'ObjectMeta.labels': (help) => keysOf(help, KRATIX_LABELS),
  'ObjectMeta.annotations': (help) => keysOf(help, KRATIX_ANNOTATIONS),
  'CustomResourceDefinition.metadata': (help, value) => {
    const plural = valueAt(value, ['spec', 'names', 'plural'])
    const group = valueAt(value, ['spec', 'group'])
    const known = typeof plural === 'string' && typeof group === 'string'
    return withHelpAt(help, ['name'], texts(known ? [`${plural}.${group}`] : []))
  },
  'CustomResourceDefinitionNames.plural': (help, value) =>
    withHelp(help, texts(kindOf(value).map(pluralOf))),
  'CustomResourceDefinitionNames.singular': (help, value) =>
    withHelp(help, texts(kindOf(value).map(singularOf))),
  'CustomResourceDefinitionNames.listKind': (help, value) =>
    withHelp(help, texts(kindOf(value).map((kind) => `${kind}List`))),
  'CustomResourceDefinitionVersion.additionalPrinterColumns': (help, value) =>
    withHelpAt(help, ['*', 'jsonPath'], texts(jsonPaths(value, true))),
  'CustomResourceDefinitionVersion.selectableFields': (help, value) =>
    withHelpAt(help, ['*', 'jsonPath'], texts(jsonPaths(value, false))),
  'PipelineSpec.containers': (help, value) => {
    const volumes = valueAt(value, ['volumes'])
    const names = Array.isArray(volumes) ? volumes.map((volume) => valueAt(volume, ['name'])) : []
    return withHelpAt(help, ['*', 'volumeMounts', '*', 'name'], texts(names))
  },
}

type Schema = Readonly<Record<string, unknown>>

function ofSchema(help: Help, keyword: string, schema: Schema): Help {
  if (LOGIC.includes(keyword))
    return help.holds === 'list' ? listOfConditions(help) : conditions(help)
  if (keyword === 'default' || keyword === 'example') {
    const { default: _own, example: _other, ...rest } = schema
    return schemaHelp(rest, { requirements: false })
  }
  if (keyword === 'enum') {
    const { enum: _values, default: own, ...rest } = schema
    const item = schemaHelp({ ...rest, ...(own !== undefined && { example: own }) })
    return withHelp(help, { below: () => item })
  }
  if (keyword === 'format') {
    const values = formatValues(schema).map((one) =>
      typeof one === 'string' ? { value: one } : { value: one[0], about: one[1] },
    )
    return withHelp(help, { values })
  }
  if (keyword === 'required') {
    const names = isRecord(schema.properties) ? Object.keys(schema.properties) : []
    return withHelpAt(help, ['*'], texts(without(names, schema.required)))
  }
  if (keyword === 'x-kubernetes-list-map-keys') {
    const names = keyChoices(schema).filter(({ fault }) => fault !== 'missing')
    const others = without(
      names.map(({ name }) => name),
      schema[keyword],
    )
    return withHelpAt(help, ['*'], texts(others))
  }
  return help
}

function listOfConditions(help: Help): Help {
  return withHelp(help, {
    below: (step, value) => {
      const next = help.below(step, value)
      return next && conditions(next)
    },
  })
}

/** A schema that only adds conditions to those around it. */
function conditions(help: Help): Help {
  return withHelp(help, {
    fields: (value) => help.fields(value).filter(({ name }) => isCondition(name)),
    below: (step, value) => {
      const next = help.below(step, value)
      if (step === 'properties') return next && listOfConditions(next)
      return step === 'items' ? next && conditions(next) : next
    },
  })
}

/** A map with keys that mean something beside all others that it may have. */
function keysOf(help: Help, notes: StructNotes): Help {
  const meaningOf = (name: string | number): Help => {
    const note = longNote(Object.hasOwn(notes, name) ? notes[name] : undefined)
    const more = { about: note?.about, source: note && 'Kratix, labels and annotations' }
    const text: Help = { ...ANYTHING, type: 'string', holds: 'scalar' }
    return withHelp(text, { ...more, ...texts(note?.values ?? []) })
  }
  return withHelp(help, {
    fields: () =>
      Object.keys(notes).map((name) => ({ name, help: meaningOf(name), required: false })),
    below: meaningOf,
  })
}

function kindOf(names: unknown): readonly string[] {
  const kind = valueAt(names, ['kind'])
  return typeof kind === 'string' && kind !== '' ? [kind] : []
}

const MAX_PATHS = 500

/** The paths of scalars in requests of a version. Printer columns may also show what Kratix writes. */
function jsonPaths(version: unknown, columns: boolean): readonly string[] {
  const found: string[] = []
  const visit = (schema: unknown, path: string): void => {
    const properties = valueAt(schema, ['properties'])
    if (!isRecord(properties) || found.length > MAX_PATHS) return
    for (const [name, child] of Object.entries(properties)) {
      const step = /^\w+$/.test(name) ? `.${name}` : `['${name}']`
      const type = valueAt(child, ['type'])
      if (typeof type === 'string' && type !== 'object' && type !== 'array') found.push(path + step)
      visit(child, path + step)
    }
  }
  visit(valueAt(version, ['schema', 'openAPIV3Schema']), '')
  const status = ['.status.message', '.metadata.creationTimestamp']
  return columns ? [...new Set([...found, ...status])] : found
}

function without(names: readonly string[], taken: unknown): readonly string[] {
  return Array.isArray(taken) ? names.filter((name) => !taken.includes(name)) : names
}

function texts(values: readonly unknown[]): Partial<Help> {
  const known = values.flatMap((value): readonly Suggestion[] => {
    if (Array.isArray(value)) return [{ value: String(value[0]), about: String(value[1]) }]
    return typeof value === 'string' && value !== '' ? [{ value }] : []
  })
  return known.length > 0 ? { values: known } : {}
}
