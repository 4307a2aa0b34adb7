import type { Path } from '@/lib/promise/path'

/**
 * The kinds of property that the form can edit. `other` is anything that a CRD can say and the
 * form cannot yet; its text is kept untouched.
 */
export const PROPERTY_TYPES = [
  'string',
  'integer',
  'number',
  'boolean',
  'enum',
  'object',
  'list',
  'list-of-objects',
] as const
export type EditableType = (typeof PROPERTY_TYPES)[number]
export type PropertyTypeId = EditableType | 'other'

export const SCALAR_TYPES = ['string', 'integer', 'number', 'boolean'] as const
export type ScalarTypeId = (typeof SCALAR_TYPES)[number]

/** A schema as plain data. */
export type Schema = Readonly<Record<string, unknown>>

/** One property of an openAPIV3Schema, with its place in promise.yaml. */
export interface Property {
  readonly name: string
  /** Path of the property's schema: `[…, 'properties', name]`. */
  readonly path: Path
  /** 0 for properties of `spec`. */
  readonly depth: number
  readonly type: PropertyTypeId
  /** For `list` the type of the items, for `enum` that of the values; else `undefined`. */
  readonly itemType: ScalarTypeId | undefined
  readonly required: boolean
  /** `undefined` when the schema has no default. */
  readonly default: unknown
  readonly description: string
  /** Values of an enum as written. */
  readonly enum: readonly unknown[]
  /** Path of the map that holds the children (`…properties` or `…items.properties`), if any. */
  readonly childrenPath: Path | undefined
  readonly children: readonly Property[]
  /** Keywords that the form does not show, e.g. `pattern`: named in the row, kept in the text. */
  readonly otherKeywords: readonly string[]
}

export function isScalarType(type: unknown): type is ScalarTypeId {
  return SCALAR_TYPES.some((scalar) => scalar === type)
}
