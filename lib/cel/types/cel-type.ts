import type { DeclType } from './decl-type'

type Kind =
  | 'bool'
  | 'bytes'
  | 'double'
  | 'duration'
  | 'dyn'
  | 'error'
  | 'int'
  | 'list'
  | 'map'
  | 'null'
  | 'opaque'
  | 'param'
  | 'string'
  | 'struct'
  | 'timestamp'
  | 'type'
  | 'uint'

/** A type as the checker of cel-go has it. */
export interface CelType {
  readonly kind: Kind
  /** Of a struct, an opaque type or a type parameter its own; else that of the kind. */
  readonly name: string
  readonly params: readonly CelType[]
  /** Of a struct: the object of the schema whose fields it has. */
  readonly decl?: DeclType
}

const simple = (kind: Kind, name: string = kind): CelType => ({ kind, name, params: [] })

export const DYN = simple('dyn')
export const ERROR = simple('error', '!error!')
export const BOOL = simple('bool')
export const INT = simple('int')
export const UINT = simple('uint')
export const DOUBLE = simple('double')
export const STRING = simple('string')
export const BYTES = simple('bytes')
export const NULL = simple('null')
export const DURATION = simple('duration')
export const TIMESTAMP = simple('timestamp')
export const TYPE = simple('type')

const SIMPLE = new Map(
  [DYN, BOOL, INT, UINT, DOUBLE, STRING, BYTES, NULL, DURATION, TIMESTAMP, TYPE].map((type) => [
    type.name,
    type,
  ]),
)

export const listOf = (item: CelType): CelType => ({ kind: 'list', name: 'list', params: [item] })
export const mapOf = (key: CelType, value: CelType): CelType => ({
  kind: 'map',
  name: 'map',
  params: [key, value],
})
export const opaque = (name: string, ...params: CelType[]): CelType => ({
  kind: 'opaque',
  name,
  params,
})
export const optionalOf = (type: CelType): CelType => opaque('optional_type', type)
export const param = (name: string): CelType => ({ kind: 'param', name, params: [] })
export const typeOf = (type: CelType): CelType => ({ kind: 'type', name: 'type', params: [type] })
export const struct = (name: string, decl?: DeclType): CelType => ({
  kind: 'struct',
  name,
  params: [],
  ...(decl && { decl }),
})

/** The libraries of Kubernetes: which of their types are structs to cel-go. */
const STRUCTS = ['URL', 'Quantity', 'Semver', 'NamedFormat'].map((name) => `kubernetes.${name}`)

export const isOptional = (type: CelType) => type.kind === 'opaque' && type.name === 'optional_type'
export const isDyn = (type: CelType) => type.kind === 'dyn'
export const isDynOrError = (type: CelType) => type.kind === 'dyn' || type.kind === 'error'

/** Whether both are written alike. */
export function isExactType(a: CelType, b: CelType): boolean {
  return (
    a.kind === b.kind &&
    a.name === b.name &&
    a.params.length === b.params.length &&
    a.params.every((one, i) => isExactType(one, b.params[i] as CelType))
  )
}

/** A type as messages of the API server have it: `list(string)`. */
export function formatType(type: CelType): string {
  if (type.params.length === 0) return type.name
  return `${type.name}(${type.params.map(formatType).join(', ')})`
}

/** Reads a type as declarations of functions write it: `map(K, list(int))`, one letter a parameter. */
export function readType(text: string): CelType {
  const { type, rest } = typeAt(text.replaceAll(' ', ''))
  if (rest !== '') throw new Error(`no type: ${text}`)
  return type
}

function typeAt(text: string): { type: CelType; rest: string } {
  const name = /^[\w.]+/.exec(text)?.[0] ?? ''
  let rest = text.slice(name.length)
  const params: CelType[] = []
  if (rest.startsWith('(')) {
    do {
      const next = typeAt(rest.slice(1))
      params.push(next.type)
      rest = next.rest
    } while (rest.startsWith(','))
    rest = rest.slice(1)
  }
  return { type: named(name, params), rest }
}

function named(name: string, params: CelType[]): CelType {
  const [first, second] = params
  if (name === 'list' && first) return listOf(first)
  if (name === 'map' && first && second) return mapOf(first, second)
  if (name === 'optional' && first) return optionalOf(first)
  if (name === 'type' && first) return typeOf(first)
  if (/^[A-Z]$/.test(name)) return param(name)
  if (STRUCTS.includes(name)) return struct(name)
  return SIMPLE.get(name) ?? opaque(name, ...params)
}
