import { checkPropertyName } from '@/lib/promise/names'
import { parseDefault } from './parse-default'
import { type EditableType, SCALAR_TYPES, type ScalarTypeId } from './property'

/** A property in short. */
export interface ShortProperty {
  readonly name: string
  readonly type: EditableType
  readonly itemType: ScalarTypeId | undefined
  readonly enum: readonly string[] | undefined
  /** `undefined` when none was given. */
  readonly default: unknown
}

/**
 * Reads the short notation of the `kratix` command line, `name:type`, and a little beyond:
 * `name` (a string), `name:small|large` (an enum), `name:string[]`, `name:object[]` (lists), each
 * with an optional `=default`. Otherwise one sentence says what is wrong.
 */
export function readNotation(
  text: string,
):
  | { readonly ok: true; readonly property: ShortProperty }
  | { readonly ok: false; readonly reason: string } {
  const [, rawName = '', rawType, rawDefault] =
    /^([^:=]*)(?::([^=]*))?(?:=(.*))?$/s.exec(text) ?? []
  const name = rawName.trim()
  const fault = checkPropertyName(name)
  if (fault) return { ok: false, reason: fault }
  const type = readType((rawType ?? 'string').trim())
  if (!type) {
    return {
      ok: false,
      reason: `"${rawType?.trim()}" is no type: ${SCALAR_TYPES.join(', ')}, object, a list such as string[], or values such as small|large.`,
    }
  }
  if (rawDefault === undefined) return { ok: true, property: { name, ...type, default: undefined } }
  const read = parseDefault(rawDefault.trim(), type.type, {
    itemType: type.itemType,
    ...(type.enum ? { enum: type.enum } : {}),
  })
  return read.ok ? { ok: true, property: { name, ...type, default: read.value } } : read
}

function readType(text: string): Pick<ShortProperty, 'type' | 'itemType' | 'enum'> | undefined {
  if (text.includes('|')) {
    const values = [...new Set(text.split('|').map((value) => value.trim()))].filter(Boolean)
    return values.length > 0 ? { type: 'enum', itemType: undefined, enum: values } : undefined
  }
  const list = /^(.*)\[\s*\]$/.exec(text)?.[1]?.trim()
  if (list === 'object') return { type: 'list-of-objects', itemType: undefined, enum: undefined }
  const item = SCALAR_TYPES.find((scalar) => scalar === list)
  if (item) return { type: 'list', itemType: item, enum: undefined }
  if (text === 'object') return { type: 'object', itemType: undefined, enum: undefined }
  const scalar = SCALAR_TYPES.find((one) => one === text)
  return scalar && { type: scalar, itemType: undefined, enum: undefined }
}
