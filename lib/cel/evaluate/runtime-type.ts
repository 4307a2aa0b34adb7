import {
  BOOL,
  BYTES,
  type CelType,
  DOUBLE,
  DURATION,
  DYN,
  INT,
  listOf,
  mapOf,
  NULL,
  optionalOf,
  STRING,
  struct,
  TIMESTAMP,
  TYPE,
  UINT,
} from '../types/cel-type'
import {
  CelMap,
  CelObject,
  Duration,
  Hidden,
  List,
  NotEvaluated,
  Opaque,
  Optional,
  Timestamp,
  TypeValue,
  Uint,
  type Value,
} from '../values/value'

/** The type of a value while a rule runs: that of its parts does not count. */
export function typeOfValue(value: Value): CelType {
  switch (typeof value) {
    case 'boolean':
      return BOOL
    case 'bigint':
      return INT
    case 'number':
      return DOUBLE
    case 'string':
      return STRING
  }
  if (value === null) return NULL
  if (value instanceof Uint8Array) return BYTES
  if (value instanceof Uint) return UINT
  if (value instanceof Duration) return DURATION
  if (value instanceof Timestamp) return TIMESTAMP
  if (value instanceof List) return listOf(DYN)
  if (value instanceof CelMap) return mapOf(DYN, DYN)
  if (value instanceof Optional) return optionalOf(DYN)
  if (value instanceof TypeValue) return TYPE
  if (value instanceof Opaque) return struct(value.type)
  // An object has no type of its own while a rule runs; only map is said of it.
  if (value instanceof CelObject || value instanceof Hidden)
    throw new NotEvaluated('the type of an object')
  throw new NotEvaluated('the type of a value')
}

/** Whether a value may stand where a function wants a type. */
export function fitsType(value: Value, type: CelType): boolean {
  switch (type.kind) {
    case 'dyn':
    case 'param':
      return true
    case 'list':
      return (
        value instanceof List &&
        value.items.every((item) => fitsType(item, type.params[0] as CelType))
      )
    case 'map':
      return value instanceof CelMap
    case 'opaque':
      if (type.name === 'optional_type') return value instanceof Optional
      return value instanceof Opaque && value.type === type.name
    case 'struct':
      return value instanceof Opaque && value.type === type.name
    default:
      return (
        !(value instanceof CelObject) &&
        !(value instanceof Hidden) &&
        typeOfValue(value).kind === type.kind
      )
  }
}

/** A type as faults of a running rule name it. */
export function formatRuntimeType(value: Value): string {
  if (value instanceof Duration) return 'google.protobuf.Duration'
  if (value instanceof Timestamp) return 'google.protobuf.Timestamp'
  return value === null ? 'null_type' : typeOfValue(value).name
}
