import type { Path } from '@/lib/promise/path'
import { valueAt } from '@/lib/promise/path'
import { fail, type Read } from './identity'
import { missing, notAllowed, sourceLabel, tooLarge, wrongType } from './messages'
import {
  isValueName,
  LARGEST_INTEGER,
  type RenderValue,
  type Scalar,
  type ScalarType,
  type Values,
} from './types'

/**
 * The values that templates may use, read from a request. The first fault in the order of the
 * table is the reason.
 */
export function readValues(values: readonly RenderValue[], request: unknown): Read<Values> {
  const read = new Map<string, Scalar | undefined>()
  for (const value of values) {
    const result = readValue(value, request)
    if (!result.ok) return result
    read.set(value.name, result.value)
  }
  return { ok: true, value: read }
}

function readValue(
  { source, type, map, ...value }: RenderValue,
  request: unknown,
): Read<Scalar | undefined> {
  const label = sourceLabel(source)
  const found = source.kind === 'constant' ? source.value : valueAt(request, sourcePath(source))
  const given = found ?? value.default
  if (given === undefined) {
    return value.optional ? { ok: true, value: undefined } : fail(missing(label))
  }

  const scalar = canonical(given)
  if (scalar === 'too large') return fail(tooLarge(label))
  if (scalar === undefined || !hasType(scalar.value, type))
    return fail(wrongType(label, type, given))
  if (!map) return { ok: true, value: scalar.value }

  const pair = map.find(({ when }) => when === scalar.value)
  if (pair) return { ok: true, value: pair.give }
  return fail(
    notAllowed(
      label,
      scalar.value,
      map.map(({ when }) => when),
    ),
  )
}

function sourcePath(source: Exclude<RenderValue['source'], { kind: 'constant' }>): Path {
  switch (source.kind) {
    case 'name':
      return ['metadata', 'name']
    case 'namespace':
      return ['metadata', 'namespace']
    case 'spec':
      return ['spec', ...source.path]
    case 'label':
      return ['metadata', 'labels', source.label]
  }
}

/**
 * A scalar in the one form that all languages share: whole numbers are integers, -0 is 0.
 * `undefined` for a list, an object, or a number that JSON cannot hold.
 */
function canonical(value: unknown): { readonly value: Scalar } | 'too large' | undefined {
  if (typeof value === 'string' || typeof value === 'boolean') return { value }
  if (typeof value === 'bigint') {
    return Math.abs(Number(value)) > LARGEST_INTEGER ? 'too large' : { value: Number(value) }
  }
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined
  if (Number.isInteger(value) && Math.abs(value) > LARGEST_INTEGER) return 'too large'
  return { value: value === 0 ? 0 : value }
}

function hasType(value: Scalar, type: ScalarType | undefined): boolean {
  if (type === undefined) return true
  if (type === 'integer') return Number.isInteger(value)
  return typeof value === type
}

/** What is wrong with a table of values whatever the request: `build` refuses it. */
export function checkValues(values: readonly RenderValue[]): readonly string[] {
  const problems: string[] = []
  const names = new Set<string>()
  for (const value of values) {
    if (!isValueName(value.name)) {
      problems.push(
        `${JSON.stringify(value.name)} cannot stand in \${…}: a value's name is letters, digits, "-" and "_", and does not start with a digit or "-"`,
      )
    }
    if (names.has(value.name)) problems.push(`two values are called ${value.name}`)
    names.add(value.name)
    for (const [what, scalar] of scalarsOf(value)) {
      const form = canonical(scalar)
      if (form === 'too large') problems.push(tooLarge(`${what} of ${value.name}`))
      else if (!form) problems.push(`${what} of ${value.name} is not a number that JSON can hold`)
    }
  }
  return problems
}

function scalarsOf(value: RenderValue): readonly (readonly [string, Scalar])[] {
  return [
    ...(value.source.kind === 'constant' ? [['the constant', value.source.value] as const] : []),
    ...(value.default === undefined ? [] : [['the default', value.default] as const]),
    ...(value.map ?? []).flatMap(({ when, give }) => [
      ['an allowed value', when] as const,
      ['a mapped value', give] as const,
    ]),
  ]
}
