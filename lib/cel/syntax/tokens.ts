import { unescapeBytes, unescapeText } from './escapes'
import { CelFault, type Literal } from './expr'

/** A word of CEL (cel-spec, lexis). `text` of a literal is its source. */
export type Token = {
  readonly at: number
  readonly end: number
  readonly text: string
} & ({ readonly kind: 'op' | 'name' | 'end' } | { readonly kind: 'literal'; literal: Literal })

const SPACE = /[\t \r\n\f]+|\/\/[^\n]*/y
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y
const FLOAT = /\d+\.\d+(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+|\.\d+(?:[eE][+-]?\d+)?/y
const INT = /(?:0x[0-9a-fA-F]+|\d+)([uU])?/y
const OP = /==|!=|<=|>=|&&|\|\||[<>[\](){}.,\-!?:+*/%]/y
const ESCAPE = String.raw`\\(?:[abfnrtv"'\\?${'`'}]|[0-3][0-7]{2}|[xX][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})`
// Of several that match at a place the longest wins, as in cel-go's lexer.
const TEXTS: readonly { readonly raw: boolean; readonly quotes: number; readonly is: RegExp }[] = [
  { raw: false, quotes: 1, is: new RegExp(String.raw`"(?:${ESCAPE}|[^\\"\n\r])*"`, 'y') },
  { raw: false, quotes: 1, is: new RegExp(String.raw`'(?:${ESCAPE}|[^\\'\n\r])*'`, 'y') },
  { raw: false, quotes: 3, is: new RegExp(String.raw`"""(?:${ESCAPE}|[^\\])*?"""`, 'y') },
  { raw: false, quotes: 3, is: new RegExp(String.raw`'''(?:${ESCAPE}|[^\\])*?'''`, 'y') },
  { raw: true, quotes: 1, is: /[rR]"[^"\n\r]*"/y },
  { raw: true, quotes: 1, is: /[rR]'[^'\n\r]*'/y },
  { raw: true, quotes: 3, is: /[rR]"""[\s\S]*?"""/y },
  { raw: true, quotes: 3, is: /[rR]'''[\s\S]*?'''/y },
]

/** Splits an expression into words; throws {@link CelFault} where that cannot be. */
export function tokensOf(source: string): readonly Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < source.length) {
    const space = match(SPACE, source, at)
    if (space !== undefined) {
      at += space.length
      continue
    }
    const token = literalAt(source, at) ?? wordAt(source, at)
    if (!token) {
      const character = String.fromCodePoint(source.codePointAt(at) ?? 0)
      throw new CelFault(`Syntax error: token recognition error at: '${character}'`, at)
    }
    tokens.push(token)
    at = token.end
  }
  tokens.push({ kind: 'end', at, end: at, text: '<EOF>' })
  return tokens
}

function wordAt(source: string, at: number): Token | undefined {
  const name = match(NAME, source, at)
  if (name === undefined) {
    const op = match(OP, source, at)
    return op === undefined ? undefined : { kind: 'op', at, end: at + op.length, text: op }
  }
  const end = at + name.length
  const token = { at, end, text: name }
  if (name === 'true' || name === 'false') {
    return { ...token, kind: 'literal', literal: { type: 'bool', value: name === 'true' } }
  }
  if (name === 'null') return { ...token, kind: 'literal', literal: { type: 'null', value: null } }
  return { ...token, kind: name === 'in' ? 'op' : 'name' }
}

function literalAt(source: string, at: number): Token | undefined {
  const bytes = /[bB]/.test(source[at] ?? '') ? 1 : 0
  const text = textAt(source, at + bytes)
  if (text) {
    const { inner, raw, end } = text
    const literal: Literal = bytes
      ? { type: 'bytes', value: raw ? new TextEncoder().encode(inner) : unescapeBytes(inner) }
      : { type: 'string', value: raw ? inner : unescapeText(inner, at) }
    return { kind: 'literal', at, end, text: source.slice(at, end), literal }
  }
  const float = match(FLOAT, source, at)
  if (float !== undefined) {
    const literal: Literal = { type: 'double', value: Number(float) }
    return { kind: 'literal', at, end: at + float.length, text: float, literal }
  }
  const int = match(INT, source, at)
  if (int === undefined) return undefined
  const unsigned = /u$/i.test(int)
  const value = BigInt(unsigned ? int.slice(0, -1) : int)
  const literal: Literal = { type: unsigned ? 'uint' : 'int', value }
  return { kind: 'literal', at, end: at + int.length, text: int, literal }
}

function textAt(source: string, at: number) {
  let best: { inner: string; raw: boolean; end: number } | undefined
  for (const { raw, quotes, is } of TEXTS) {
    const found = match(is, source, at)
    if (found === undefined || at + found.length <= (best?.end ?? 0)) continue
    const inner = found.slice(quotes + (raw ? 1 : 0), found.length - quotes)
    best = { inner, raw, end: at + found.length }
  }
  return best
}

function match(pattern: RegExp, source: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(source)?.[0]
}
