import { zlibSync } from 'fflate'

/** The digits of base 85 as git counts them (RFC 1924). */
const DIGITS =
  '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~'
/** Bytes in a line of a binary patch. */
const LINE = 52

/**
 * The body of a `GIT binary patch` (git's `diff.c`, `emit_binary_diff`): the new bytes, then the old
 * ones for the way back, each deflated and in base 85.
 */
export function binaryHunks(before: Uint8Array, after: Uint8Array): string {
  return `GIT binary patch\n${literal(after)}\n${literal(before)}\n`
}

function literal(bytes: Uint8Array): string {
  const packed = zlibSync(bytes)
  let out = `literal ${bytes.length}\n`
  for (let at = 0; at < packed.length; at += LINE) {
    const line = packed.subarray(at, at + LINE)
    // The first letter is the length: A to Z for 1 to 26, a to z for 27 to 52.
    out += String.fromCharCode(line.length <= 26 ? 64 + line.length : 70 + line.length)
    out += `${base85(line)}\n`
  }
  return out
}

/** Four bytes become five digits, highest first; a rest is filled up with zeros. */
function base85(bytes: Uint8Array): string {
  let out = ''
  for (let at = 0; at < bytes.length; at += 4) {
    let value = 0
    for (let i = 0; i < 4; i++) value = value * 256 + (bytes[at + i] ?? 0)
    let digits = ''
    for (let i = 0; i < 5; i++) {
      digits = DIGITS.charAt(value % 85) + digits
      value = Math.floor(value / 85)
    }
    out += digits
  }
  return out
}
