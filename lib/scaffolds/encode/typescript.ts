import { oneLine } from './text'

/**
 * `text` as a TypeScript string in single quotes. Characters that a reader cannot see, or that an
 * editor takes for a line end or a change of direction, are escaped.
 */
export function tsString(text: string): string {
  const inner = text.replace(/['\\]|[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (char) => {
    if (char === "'" || char === '\\') return `\\${char}`
    if (char === '\n') return '\\n'
    const code = char.codePointAt(0) ?? 0
    return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`
  })
  return `'${inner}'`
}

/** A string, number, boolean, `null`, list or map as a TypeScript expression on one line. */
export function tsLiteral(value: unknown): string {
  if (typeof value === 'string') return tsString(value)
  if (typeof value === 'bigint') return `${value}n`
  if (Array.isArray(value)) return `[${value.map(tsLiteral).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, item]) => `${tsKey(key)}: ${tsLiteral(item)}`)
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
  }
  if (Object.is(value, -0)) return '-0'
  return String(value)
}

/** `name` as a key of an object or of a type. */
export function tsKey(name: string): string {
  // In an object, `__proto__: x` would set the prototype; a computed key is a key like any other.
  if (name === '__proto__') return "['__proto__']"
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : tsString(name)
}

/** `text` as a doc comment, line by line, or '' when it says nothing. */
export function tsDoc(text: string, indent = ''): string {
  const lines = text
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map((line) => oneLine(line).replaceAll('*/', '*\\/'))
    .join('\n')
    .trim()
    .split('\n')
  if (lines.length === 1) return lines[0] === '' ? '' : `${indent}/** ${lines[0]} */\n`
  const body = lines.map((line) => `${indent} * ${line}`.trimEnd()).join('\n')
  return `${indent}/**\n${body}\n${indent} */\n`
}
