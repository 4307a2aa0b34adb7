/** The characters that Go writes by a letter. */
export const GO_ESCAPES: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '\\': '\\\\',
  '"': '\\"',
}
/** What Go's `strconv.IsPrint` has. */
const PRINTED = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u

/** A text as faults of Go's packages quote it (`strconv.Quote`, `%q`). */
export function goQuote(text: string): string {
  return `"${[...text].map(quoted).join('')}"`
}

function quoted(character: string): string {
  const name = GO_ESCAPES[character]
  if (name !== undefined) return name
  if (PRINTED.test(character)) return character
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return `\\x${hex(code, 2)}`
  return code < 0x1_0000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`
}

const hex = (code: number, digits: number) => code.toString(16).padStart(digits, '0')
