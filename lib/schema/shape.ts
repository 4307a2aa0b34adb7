import { isRecord, type Path } from '@/lib/promise/path'
import { MAX_DEPTH } from './max-depth'
import {
  type Element,
  type ElementType,
  type Property,
  type PropertyTypeId,
  type ScalarTypeId,
  type Schema,
  WRAP_KEYWORDS,
  type Wrap,
} from './property'
import { propertyTypes, typeOf } from './property-types'

/** What a property is: lists and maps, the outermost first, around an element. */
export interface Shape {
  readonly wraps: readonly Wrap[]
  readonly type: ElementType
  /** For `enum` the JSON type of the values; `string` when absent. */
  readonly itemType?: ScalarTypeId
}

/** The lists and maps of a schema, and what the innermost holds; its path begins at the schema. */
export function shapeOf(schema: Schema): {
  readonly wraps: readonly Wrap[]
  readonly element: Element
} {
  const wraps: Wrap[] = []
  const path: string[] = []
  let here = schema
  for (;;) {
    const type = typeOf(here)
    const next = type === 'list' || type === 'map' ? here[WRAP_KEYWORDS[type]] : undefined
    if ((type !== 'list' && type !== 'map') || !isRecord(next) || wraps.length >= MAX_DEPTH) {
      return { wraps, element: { path, schema: here, type } }
    }
    wraps.push(type)
    path.push(WRAP_KEYWORDS[type])
    here = next
  }
}

/** The path from a property's schema to that of its element. */
export function elementPath(wraps: readonly Wrap[]): Path {
  return wraps.map((wrap) => WRAP_KEYWORDS[wrap])
}

/** `element` inside lists and maps. */
export function wrapped(wraps: readonly Wrap[], element: Schema): Schema {
  return wraps.reduceRight<Schema>(
    (inner, wrap) => ({ type: propertyTypes[wrap].jsonType, [WRAP_KEYWORDS[wrap]]: inner }),
    element,
  )
}

/** A new schema of a shape, as short as the API server allows. */
export function schemaOfShape({ wraps, type, itemType }: Shape): Schema {
  const element =
    type === 'enum' && itemType !== undefined && itemType !== 'string'
      ? { type: itemType, enum: [1] }
      : propertyTypes[type].create()
  return wrapped(wraps, element)
}

const WORDS: Readonly<Record<PropertyTypeId, string>> = {
  string: 'string',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  enum: 'enum',
  object: 'object',
  list: 'list',
  map: 'map',
  'int-or-string': 'int or string',
  'free-form': 'free-form',
  'embedded-resource': 'resource',
  other: 'other',
}

/** The type of a property in a word or two: `string[]`, `map of object[]`, `(map of string)[]`. */
export function typeLabel({ wraps, element }: Pick<Property, 'wraps' | 'element'>): string {
  return shapeLabel(wraps, element.type)
}

/** As {@link typeLabel}, for what is no property yet. */
export function shapeLabel(wraps: readonly Wrap[], type: PropertyTypeId): string {
  return wraps.reduceRight((label, wrap) => {
    if (wrap === 'map') return `map of ${label}`
    return label.startsWith('map of') || label.includes(' ') ? `(${label})[]` : `${label}[]`
  }, WORDS[type])
}
