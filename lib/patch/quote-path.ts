const encoder = new TextEncoder()

/** Letters that C and git know for control characters. */
const ESCAPES: Readonly<Record<number, string>> = {
  7: '\\a',
  8: '\\b',
  9: '\\t',
  10: '\\n',
  11: '\\v',
  12: '\\f',
  13: '\\r',
  34: '\\"',
  92: '\\\\',
}

/**
 * `path` as git writes it in the head of a patch: as it is, or in quotes with every byte outside of
 * printable ASCII as an octal escape (`core.quotePath`).
 */
export function quotePath(path: string): string {
  let out = ''
  let odd = false
  for (const byte of encoder.encode(path)) {
    const letter = ESCAPES[byte]
    if (letter !== undefined) out += letter
    else if (byte < 32 || byte > 126) out += `\\${byte.toString(8).padStart(3, '0')}`
    else {
      out += String.fromCharCode(byte)
      continue
    }
    odd = true
  }
  return odd ? `"${out}"` : path
}
