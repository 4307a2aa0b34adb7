import { tsKey, tsLiteral } from '../encode/typescript'

const WIDTH = 100

/**
 * Plain data as a TypeScript expression: on one line where it fits, else one entry a line.
 * `indent` is that of the line it starts on, `used` how much of that line is taken.
 */
export function printValue(value: unknown, indent = '', used = indent.length): string {
  const line = tsLiteral(value)
  if (typeof value !== 'object' || value === null) return line
  if (used + line.length + 1 <= WIDTH && !holdsRows(value)) return line
  const deeper = `${indent}  `
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]'
    const items = value.map((item) => `${deeper}${printValue(item, deeper)},\n`)
    return `[\n${items.join('')}${indent}]`
  }
  const entries = Object.entries(value).map(([key, item]) => {
    const head = `${deeper}${tsKey(key)}: `
    return `${head}${printValue(item, deeper, head.length)},\n`
  })
  return entries.length === 0 ? '{}' : `{\n${entries.join('')}${indent}}`
}

/** A list of maps reads as a table: one row a line. */
function holdsRows(value: object): boolean {
  return Object.values(value).some(
    (item) =>
      typeof item === 'object' && item !== null && (Array.isArray(value) || holdsRows(item)),
  )
}
