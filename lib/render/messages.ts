import { LARGEST_INTEGER, type RenderValue, type Scalar, type ScalarType } from './types'

/**
 * The sentences that every generated program says in the same words: docs/templates.md. A change
 * here is a change in each language; the agreement test compares them.
 */

/** A value for a message: JSON of a scalar, `a list`, `an object`. */
export function describe(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'string') return quote(value)
  if (typeof value === 'object' && value !== null) return 'an object'
  return String(value)
}

/** A string as JSON with U+2028 and U+2029 escaped, as Go's encoder has it without HTML escapes. */
export function quote(text: string): string {
  return JSON.stringify(text).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
}

/** How messages call the place that a value comes from. */
export function sourceLabel(source: RenderValue['source']): string {
  switch (source.kind) {
    case 'name':
      return 'metadata.name'
    case 'namespace':
      return 'metadata.namespace'
    case 'spec':
      return ['spec', ...source.path].join('.')
    case 'label':
      return `metadata.labels[${quote(source.label)}]`
    case 'constant':
      return 'the constant'
  }
}

const TYPE_NAMES: Record<ScalarType, string> = {
  string: 'a string',
  integer: 'an integer',
  number: 'a number',
  boolean: 'a boolean',
}

export const missing = (label: string) => `${label} is missing and has no default`

export const tooLarge = (label: string) =>
  `${label} is too large: integers lie within ±${LARGEST_INTEGER}`

export const wrongType = (label: string, type: ScalarType | undefined, value: unknown) =>
  `${label} must be ${type ? TYPE_NAMES[type] : 'a string, number or boolean'}, not ${describe(value)}`

export const notAllowed = (label: string, value: Scalar, allowed: readonly Scalar[]) =>
  `${label} is ${describe(value)}, which is not allowed; allowed values: ${allowed.map(describe).join(', ')}`

export const notAName = (label: string, name: string) =>
  `${label} is not a valid Kubernetes name: ${quote(name)}`

export const fractionInText = (name: string, value: number) =>
  `\${${name}} is ${value}, and a fraction cannot stand inside longer text`

export const unknownValue = (name: string) => `\${${name}} names no value of this step`

/** Of a design, not of a request. */
export const mayBeAbsent = (name: string) =>
  `\${${name}} may be absent, since a condition asks whether it is there: give it a default, or use it only where it is present`

export const strayPlaceholder =
  '"${" starts no placeholder; write ${name}, or $${ for the characters themselves'

export const notAnObject = 'the input is not an object'

export const notLabelled = 'metadata and metadata.labels of a component must be maps'

export const notALabelValue = (key: string, value: Scalar) =>
  `destination label ${key}: ${describe(value)} is not a valid label value`
