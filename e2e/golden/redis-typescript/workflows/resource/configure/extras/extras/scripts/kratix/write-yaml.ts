/**
 * Prints one YAML document: block style, keys in their own order, every string (keys too) in
 * double quotes on one line, so that YAML 1.1 and 1.2 readers agree on what it says and no value
 * can change its shape. `undefined` entries of a map are left out.
 * @throws TypeError for what YAML data cannot hold (NaN, a function, a date, …).
 */
export function writeYaml(value: unknown): string {
  return block(value, '')
}

/** A string in double quotes that JSON, YAML 1.1 and YAML 1.2 read alike. */
export function quote(text: string): string {
  return JSON.stringify(text.toWellFormed()).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** The lines of a value, each with its line end; `indent` stands before each of them. */
function block(value: unknown, indent: string): string {
  const deeper = `${indent}  `
  if (Array.isArray(value) && value.length > 0) {
    return value.map((item) => `${indent}- ${block(item ?? null, deeper).trimStart()}`).join('')
  }
  if (isMap(value)) {
    const entries = Object.entries(value).filter(([, child]) => child !== undefined)
    if (entries.length > 0) {
      return entries.map(([key, child]) => entry(key, child, indent, deeper)).join('')
    }
  }
  return `${indent}${flow(value)}\n`
}

function entry(key: string, value: unknown, indent: string, deeper: string): string {
  const quoted = quote(key)
  // A key of more than 1,024 bytes must be marked as one.
  const head = quoted.length > 300 ? `${indent}? ${quoted}\n${indent}:` : `${indent}${quoted}:`
  const text = block(value, deeper)
  return isCollection(value) ? `${head}\n${text}` : `${head} ${text.trimStart()}`
}

function flow(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quote(value)
    case 'number':
      return number(value)
    case 'boolean':
    case 'bigint':
      return String(value)
    case 'object':
      if (value === null) return 'null'
      if (Array.isArray(value)) return '[]'
      if (isMap(value)) return '{}'
  }
  throw new TypeError(`YAML cannot hold ${String(value)}`)
}

function number(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`YAML cannot hold ${value}`)
  // Readers of YAML 1.1 take `1e-7` for a string; with a point it is a number everywhere.
  return String(value).replace(/^(-?\d+)e/, '$1.0e')
}

function isMap(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** True for a map or list that takes lines of its own. */
function isCollection(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0
  return isMap(value) && Object.values(value).some((child) => child !== undefined)
}
