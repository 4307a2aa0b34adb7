import type { Scalar, Values } from './values.js'

// In this order: `$${` stands for `${` itself; a `${` that opens nothing is a fault.
const PLACEHOLDER = /\$\$\{|\$\{([A-Za-z_][A-Za-z0-9_-]*)\}|\$\{/g

/**
 * A string with the values put in: exactly `${x}` becomes the value with its type, in longer text a
 * value becomes characters. Nothing that was put in is looked at again.
 */
export function substitute(text: string, values: Values): Scalar {
  const only = /^\$\{([A-Za-z_][A-Za-z0-9_-]*)\}$/.exec(text)
  if (only) return valueNamed(only[1] ?? '', values)
  return text.replace(PLACEHOLDER, (match: string, name: string | undefined) => {
    if (match === '$${') return '${'
    if (name === undefined) {
      throw new Error(
        '"${" starts no placeholder; write ${name}, or $${ for the characters themselves',
      )
    }
    const value = valueNamed(name, values)
    if (typeof value === 'number' && !Number.isInteger(value)) {
      throw new Error(`\${${name}} is ${value}, and a fraction cannot stand inside longer text`)
    }
    return String(value)
  })
}

function valueNamed(name: string, values: Values): Scalar {
  const value = lookUp(name, values)
  if (value === undefined) throw new Error(`\${${name}} is missing and has no default`)
  return value
}

/** A value, or `undefined` for one that is absent and may be. */
export function lookUp(name: string, values: Values): Scalar | undefined {
  if (!values.has(name)) throw new Error(`\${${name}} names no value of this step`)
  return values.get(name)
}
