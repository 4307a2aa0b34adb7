import { type FormField, isStruct } from '@/lib/assist/form-fields'
import { isRecord } from '@/lib/promise/path'
import { isNumber } from '@/lib/schema/misfit'

/** How a field is edited. */
export type ControlKind =
  | 'choice'
  | 'text'
  | 'boolean'
  | 'integer'
  | 'quantity'
  | 'texts'
  | 'map'
  | 'items'
  | 'struct'
  | 'yaml'

/**
 * The control for a field that holds `value` now (`undefined`: nothing). What a control could not
 * show as it is, such as a number where a text belongs, is edited as YAML.
 */
export function controlKind(field: FormField, value: unknown): ControlKind {
  const kind = kindOfType(field)
  return value === undefined || value === null || FITS[kind](value) ? kind : 'yaml'
}

function kindOfType({ type, values, closed }: FormField): ControlKind {
  if (type === 'string') return closed && values.length > 0 ? 'choice' : 'text'
  if (type === 'bool') return 'boolean'
  if (type === 'int32' || type === 'int64') return 'integer'
  if (type === 'quantity') return 'quantity'
  if (type === '[]string') return 'texts'
  if (type === '{}string' || type === '{}quantity') return 'map'
  if (type.startsWith('[]') && isStruct(type.slice(2))) return 'items'
  return isStruct(type) ? 'struct' : 'yaml'
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isAmount = (value: unknown): boolean => isText(value) || isNumber(value)

const FITS: Readonly<Record<ControlKind, (value: unknown) => boolean>> = {
  choice: isText,
  text: isText,
  boolean: (value) => typeof value === 'boolean',
  integer: (value) => isNumber(value),
  quantity: isAmount,
  texts: (value) => Array.isArray(value) && value.every(isText),
  map: (value) => isRecord(value) && Object.values(value).every(isAmount),
  items: (value) => Array.isArray(value) && value.every(isRecord),
  struct: isRecord,
  yaml: () => true,
}

/** True for what takes a whole line of a form. */
export function isWide(kind: ControlKind): boolean {
  return ['texts', 'map', 'items', 'struct', 'yaml'].includes(kind)
}
