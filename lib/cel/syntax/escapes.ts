import { CelFault } from './expr'

const ESCAPES =
  /\\(?:([abfnrtv"'\\?`])|([0-3][0-7]{2})|[xX]([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/g
const NAMED: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}

/** What a string literal stands for; each escape is known to be whole. */
export function unescapeText(inner: string, at: number): string {
  return inner.replace(ESCAPES, (_, named, octal, hex, short, long) => {
    if (named !== undefined) return NAMED[named] ?? named
    const code = octal ? Number.parseInt(octal, 8) : Number.parseInt(hex ?? short ?? long, 16)
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
      throw new CelFault('invalid unicode code point', at)
    }
    return String.fromCodePoint(code)
  })
}

/** What a bytes literal stands for: here `\x` and octal escapes are bytes, others UTF-8. */
export function unescapeBytes(inner: string): Uint8Array {
  const bytes: number[] = []
  let last = 0
  const encode = (text: string) => bytes.push(...new TextEncoder().encode(text))
  for (const found of inner.matchAll(ESCAPES)) {
    encode(inner.slice(last, found.index))
    const [all, named, octal, hex] = found
    if (octal ?? hex) bytes.push(octal ? Number.parseInt(octal, 8) : Number.parseInt(hex ?? '', 16))
    else if (named !== undefined) encode(NAMED[named] ?? named)
    else throw new CelFault('unable to unescape string', found.index)
    last = found.index + all.length
  }
  encode(inner.slice(last))
  return new Uint8Array(bytes)
}
