import { isMap, setKey } from '../kratix/index.js'
import type { Scalar } from './values.js'

// In this order: `$${` stands for `${` itself; a `${` that opens nothing is a fault.
const PLACEHOLDER = /\$\$\{|\$\{([A-Za-z_][A-Za-z0-9_-]*)\}|\$\{/g

/** A document with the values put into its strings. Nothing that was put in is looked at again. */
export function substitute(node: unknown, values: ReadonlyMap<string, Scalar>): unknown {
  if (typeof node === 'string') return fill(node, values)
  if (Array.isArray(node)) return node.map((item) => substitute(item, values))
  if (!isMap(node)) return node
  const map: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(node)) setKey(map, key, substitute(value, values))
  return map
}

/** Exactly `${x}` becomes the value with its type; in longer text a value becomes characters. */
function fill(text: string, values: ReadonlyMap<string, Scalar>): Scalar {
  const only = /^\$\{([A-Za-z_][A-Za-z0-9_-]*)\}$/.exec(text)
  if (only) return valueOf(only[1] ?? '', values)
  return text.replace(PLACEHOLDER, (match: string, name: string | undefined) => {
    if (match === '$${') return '${'
    if (name === undefined) {
      throw new Error(
        '"${" starts no placeholder; write ${name}, or $${ for the characters themselves',
      )
    }
    const value = valueOf(name, values)
    if (typeof value === 'number' && !Number.isInteger(value)) {
      throw new Error(`\${${name}} is ${value}, and a fraction cannot stand inside longer text`)
    }
    return String(value)
  })
}

function valueOf(name: string, values: ReadonlyMap<string, Scalar>): Scalar {
  const value = values.get(name)
  if (value === undefined) throw new Error(`\${${name}} names no value of this step`)
  return value
}
