/**
 * `text` as a Python string. Characters that a reader cannot see, or that an editor takes for a
 * line end or a change of direction, are escaped.
 */
export function pyString(text: string): string {
  const inner = text.replace(/["\\]|[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (char) => {
    if (char === '"' || char === '\\') return `\\${char}`
    if (char === '\n') return '\\n'
    const code = char.codePointAt(0) ?? 0
    if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`
    if (code <= 0xffff) return `\\u${code.toString(16).padStart(4, '0')}`
    return `\\U${code.toString(16).padStart(8, '0')}`
  })
  return `"${inner}"`
}

/** A string, number, boolean, `null`, list or map as a Python expression on one line. */
export function pyLiteral(value: unknown): string {
  if (typeof value === 'string') return pyString(value)
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (Array.isArray(value)) return `[${value.map(pyLiteral).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(
      ([key, item]) => `${pyString(key)}: ${pyLiteral(item)}`,
    )
    return `{${entries.join(', ')}}`
  }
  if (value === null || value === undefined) return 'None'
  return Object.is(value, -0) ? '-0.0' : String(value)
}

/** Columns of a line that formatters of Python keep to. */
const WIDTH = 88

/**
 * `name(a, b)`: on one line where that fits, else an argument a line, as formatters have it. The
 * arguments are code.
 */
export function pyCall(name: string, args: readonly string[], layout: PyLayout): string {
  return fitted(`${name}(${args.join(', ')})`, `${name}(`, args, layout)
}

/** A tuple, laid out as {@link pyCall} does; one of a single item has its comma. */
export function pyTuple(items: readonly string[], layout: PyLayout): string {
  const comma = items.length === 1 ? ',' : ''
  return fitted(`(${items.join(', ')}${comma})`, '(', items, layout)
}

/** Where code stands: the indent of its line, and how much other code is on that line. */
export interface PyLayout {
  readonly indent: string
  readonly room?: number
}

function fitted(
  line: string,
  head: string,
  parts: readonly string[],
  { indent, room = 0 }: PyLayout,
): string {
  const fits = !line.includes('\n') && indent.length + room + line.length <= WIDTH
  if (fits || parts.length === 0) return line
  return `${head}\n${parts.map((part) => `${indent}    ${part},\n`).join('')}${indent})`
}

const KEYWORDS = new Set(
  `False None True and as assert async await break class continue def del elif else except finally
  for from global if import in is lambda nonlocal not or pass raise return try while with yield`.split(
    /\s+/,
  ),
)

/**
 * True when `name` may stand as a name in Python, in a class body too: a name that starts with two
 * underscores is changed there.
 */
export function isPyName(name: string): boolean {
  return /^[A-Za-z_]\w*$/.test(name) && !name.startsWith('__') && !KEYWORDS.has(name)
}
