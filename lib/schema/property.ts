import type { Path } from '@/lib/promise/path'

/**
 * The kinds of property that the form can edit. `other` is anything else, such as a schema without a
 * type; its text is kept untouched.
 */
export const PROPERTY_TYPES = [
  'string',
  'integer',
  'number',
  'boolean',
  'enum',
  'object',
  'list',
  'map',
  'int-or-string',
  'free-form',
  'embedded-resource',
] as const
export type EditableType = (typeof PROPERTY_TYPES)[number]
export type PropertyTypeId = EditableType | 'other'

/** What a list or a map is of, once there is no list and no map any more. */
export type ElementType = Exclude<EditableType, Wrap>
export const ELEMENT_TYPES: readonly ElementType[] = PROPERTY_TYPES.filter(
  (type) => type !== 'list' && type !== 'map',
)

/** How a schema holds that of its values: in `items` or in `additionalProperties`. */
export type Wrap = 'list' | 'map'
export const WRAP_KEYWORDS = { list: 'items', map: 'additionalProperties' } as const

export const SCALAR_TYPES = ['string', 'integer', 'number', 'boolean'] as const
export type ScalarTypeId = (typeof SCALAR_TYPES)[number]

/** A schema as plain data. */
export type Schema = Readonly<Record<string, unknown>>

/** The innermost schema of lists and maps. */
export interface Element {
  readonly path: Path
  readonly schema: Schema
  /** Neither `list` nor `map`, unless lists lie too deep to be followed. */
  readonly type: PropertyTypeId
}

/** One property of an openAPIV3Schema, with its place in promise.yaml. */
export interface Property {
  readonly name: string
  /** Path of the property's schema: `[…, 'properties', name]`. */
  readonly path: Path
  readonly schema: Schema
  /** 0 for properties of `spec`. */
  readonly depth: number
  readonly type: PropertyTypeId
  /** The lists and maps around the element, the outermost first: none for a plain property. */
  readonly wraps: readonly Wrap[]
  /** What the innermost list or map holds; the property itself when it is neither. */
  readonly element: Element
  /** JSON type of the element where that is a scalar: for an enum that of its values. */
  readonly itemType: ScalarTypeId | undefined
  readonly required: boolean
  /** `undefined` when the schema has no default. */
  readonly default: unknown
  readonly description: string
  /** Values of the enum that the element is, as written. */
  readonly enum: readonly unknown[]
  /** Path of the map that holds the children: `properties` of the element, if that is an object. */
  readonly childrenPath: Path | undefined
  /** Children of the element. */
  readonly children: readonly Property[]
}

export function isScalarType(type: unknown): type is ScalarTypeId {
  return SCALAR_TYPES.some((scalar) => scalar === type)
}
