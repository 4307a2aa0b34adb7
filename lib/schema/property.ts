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
export type PropertyTypeId = (typeof PROPERTY_TYPES)[number] | 'other'

/** One property of an openAPIV3Schema, with its place in promise.yaml. */
export interface Property {
  readonly name: string
  /** Path of the property's schema: `[…, 'properties', name]`. */
  readonly path: Path
  /** 0 for properties of `spec`. */
  readonly depth: number
  readonly type: PropertyTypeId
  /** For `list`: the scalar type of the items, `string` when absent. */
  readonly itemType: 'string' | 'integer' | 'number' | 'boolean' | undefined
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
