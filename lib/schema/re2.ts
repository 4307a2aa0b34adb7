import { findLinear } from './match-re2'

/**
 * Regular expressions as the cluster has them: Go's RE2, read as `regexp/syntax` reads it with the
 * flags of `regexp.Compile`. Unlike JavaScript's they have no look-around and no back-references.
 */

export type Re2 =
  | {
      readonly ok: true
      /** The same in JavaScript (flag `u`), where there is such. */
      readonly source: string | undefined
    }
  | { readonly ok: false; readonly reason: string }
  /** Beyond what is known here, such as a script that one of the two may not know. */
  | { readonly ok: undefined; readonly reason: string }

const cache = new Map<string, Re2>()

export function readRe2(pattern: string): Re2 {
  const known = cache.get(pattern)
  if (known) return known
  if (cache.size > 2000) cache.clear()
  const read = new Parser(pattern).read()
  cache.set(pattern, read)
  return read
}

/** Longest text that is tried. */
const MAX_TRIED = 4096

/**
 * True or false when it is certain whether the cluster finds `pattern` in `text`. Takes a bounded
 * time, whatever the pattern.
 */
export function matchesRe2(pattern: string, text: string): boolean | undefined {
  const read = readRe2(pattern)
  if (!read.ok || read.source === undefined) return undefined
  if (text.length > MAX_TRIED) return undefined
  return findLinear(read.source, text)
}

class Fault extends Error {}
class Unknown extends Error {}

const MAX_REPEAT = 1000
const MAX_DEPTH = 1000
const POSIX: Readonly<Record<string, string>> = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  ascii: '\\x00-\\x7F',
  blank: '\\t ',
  cntrl: '\\x00-\\x1F\\x7F',
  digit: '0-9',
  graph: '!-~',
  lower: 'a-z',
  print: ' -~',
  punct: '!-\\/:-@\\[-`\\{-~',
  space: '\\t\\n\\v\\f\\r ',
  upper: 'A-Z',
  word: '0-9A-Za-z_',
  xdigit: '0-9A-Fa-f',
}
const PERL: Readonly<Record<string, string>> = {
  d: '0-9',
  s: '\\t\\n\\f\\r ',
  w: '0-9A-Za-z_',
}
const CONTROL: Readonly<Record<string, number>> = { a: 7, f: 12, t: 9, n: 10, r: 13, v: 11 }
const CATEGORY =
  /^(L|Ll|Lm|Lo|Lt|Lu|M|Mc|Me|Mn|N|Nd|Nl|No|P|Pc|Pd|Pe|Pf|Pi|Po|Ps|S|Sc|Sk|Sm|So|Z|Zl|Zp|Zs|C|Cc|Cf|Co|Cs)$/

/** What was just read. */
interface Piece {
  readonly source: string
  /** Product of the counted repetitions in it. */
  readonly count: number
}

class Parser {
  #at = 0
  #depth = 0
  #plain = true
  #flags = { i: false, m: false, s: false }

  constructor(readonly pattern: string) {}

  read(): Re2 {
    try {
      const { source } = this.#alternatives()
      if (this.#at < this.pattern.length) throw new Fault('unexpected )')
      return { ok: true, source: this.#plain ? source : undefined }
    } catch (error) {
      if (error instanceof Fault) return { ok: false, reason: error.message }
      if (error instanceof Unknown) return { ok: undefined, reason: error.message }
      throw error
    }
  }

  #rest(): string {
    return this.pattern.slice(this.#at)
  }

  #next(): string {
    const code = this.pattern.codePointAt(this.#at)
    if (code === undefined) return ''
    const char = String.fromCodePoint(code)
    this.#at += char.length
    return char
  }

  #alternatives(): Piece {
    const parts: Piece[] = [this.#sequence()]
    while (this.pattern[this.#at] === '|') {
      this.#at++
      parts.push(this.#sequence())
    }
    return {
      source: parts.map(({ source }) => source).join('|'),
      count: Math.max(...parts.map(({ count }) => count)),
    }
  }

  #sequence(): Piece {
    const pieces: Piece[] = []
    while (this.#at < this.pattern.length) {
      const next = this.pattern[this.#at]
      if (next === '|' || next === ')') break
      const before = this.#at
      if (next === '*' || next === '+' || next === '?' || this.#counted()) {
        throw new Fault(`missing argument to repetition operator: ${next}`)
      }
      const piece = this.#atom()
      if (piece) pieces.push(this.#repeated(piece))
      else if (pieces.length > 0 && /^[*+?]/.test(this.#rest())) {
        // After flags Go repeats what stands before them.
        throw new Unknown(`a repetition after ${this.pattern.slice(before, this.#at)}`)
      }
    }
    return {
      source: pieces.map(({ source }) => source).join(''),
      count: Math.max(1, ...pieces.map(({ count }) => count)),
    }
  }

  /** `{n}`, `{n,}` or `{n,m}` here; any other brace stands for itself. */
  #counted(): RegExpExecArray | undefined {
    return /^\{(0|[1-9]\d*)(,(0|[1-9]\d*)?)?\}/.exec(this.#rest()) ?? undefined
  }

  #repeated(piece: Piece): Piece {
    let now = piece
    let last = ''
    for (;;) {
      const sign = /^[*+?]/.exec(this.#rest())
      const counted = sign ? undefined : this.#counted()
      const found = sign ?? counted
      if (!found) return now
      const start = this.#at
      this.#at += found[0].length
      const lazy = this.pattern[this.#at] === '?'
      if (lazy) this.#at++
      const here = this.pattern.slice(start, this.#at)
      if (last !== '') throw new Fault(`invalid nested repetition operator: ${last}${here}`)
      last = here
      now = counted ? this.#count(now, counted, here) : this.#sign(now, here)
    }
  }

  #sign(piece: Piece, sign: string): Piece {
    return { source: this.#group(piece.source) + sign, count: piece.count }
  }

  #count(piece: Piece, found: RegExpExecArray, here: string): Piece {
    const min = Number(found[1])
    const max = found[2] === undefined ? min : found[3] === undefined ? -1 : Number(found[3])
    if (min > MAX_REPEAT || max > MAX_REPEAT || (max >= 0 && min > max)) {
      throw new Fault(`invalid repeat count: ${here}`)
    }
    const count = piece.count * (Math.max(min, max) >= 2 ? Math.max(min, max) : 1)
    if (count > MAX_REPEAT) throw new Fault(`invalid repeat count: ${here}`)
    return { source: this.#group(piece.source) + here, count }
  }

  /** JavaScript cannot repeat an assertion. */
  #group(source: string): string {
    return `(?:${source})`
  }

  /** Nothing for flags, which are none. */
  #atom(): Piece | undefined {
    const char = this.#next()
    const literal = (source: string): Piece => ({ source, count: 1 })
    switch (char) {
      case '(':
        return this.#parenthesis()
      case '[':
        return literal(this.#set())
      case '.':
        return literal(this.#flags.s ? '[\\s\\S]' : '[^\\n]')
      case '^':
        return literal(this.#flags.m ? '(?<![^\\n])' : '(?<![\\s\\S])')
      case '$':
        return literal(this.#flags.m ? '(?![^\\n])' : '(?![\\s\\S])')
      case '\\':
        return this.#escaped()
      default:
        return literal(this.#char(char))
    }
  }

  #char(char: string): string {
    if (this.#flags.i && char.toLowerCase() !== char.toUpperCase()) this.#plain = false
    return `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`
  }

  #parenthesis(): Piece | undefined {
    if (++this.#depth > MAX_DEPTH) throw new Fault('expression nests too deeply')
    const flags = this.#flags
    if (this.pattern[this.#at] === '?') {
      if (/^\?P?</.test(this.#rest())) {
        const [all = this.#rest(), name = ''] = /^\?P?<([^>]*)>/.exec(this.#rest()) ?? []
        if (!/^\w+$/.test(name)) throw new Fault(`invalid named capture: (${all}`)
        this.#at += all.length
      } else if (this.#flagGroup() === 'flags') {
        this.#depth--
        return undefined
      }
    }
    const inner = this.#alternatives()
    if (this.pattern[this.#at] !== ')') throw new Fault(`missing closing ): ${this.pattern}`)
    this.#at++
    this.#depth--
    this.#flags = flags
    return { ...inner, source: `(?:${inner.source})` }
  }

  /** `(?i)`, which holds to the end of the group (Go takes `(?)`, too), or the start of `(?i:…)`. */
  #flagGroup(): 'flags' | 'group' {
    const found = /^\?([imsU]*)(-([imsU]*))?([:)])/.exec(this.#rest())
    const [all = '', on = '', minus, off = '', end] = found ?? []
    if (!found || (minus !== undefined && off === '')) {
      throw new Fault(`invalid or unsupported Perl syntax: (${this.#rest().slice(0, 3)}`)
    }
    this.#at += all.length
    const next = { ...this.#flags }
    for (const flag of on) if (flag !== 'U') next[flag as keyof typeof next] = true
    for (const flag of off) if (flag !== 'U') next[flag as keyof typeof next] = false
    this.#flags = next
    return end === ')' ? 'flags' : 'group'
  }

  #escaped(): Piece {
    const literal = (source: string): Piece => ({ source, count: 1 })
    const rest = this.#rest()
    const next = rest[0]
    if (next === 'A' || next === 'z' || next === 'b' || next === 'B') {
      this.#at++
      const sources = { A: '(?<![\\s\\S])', z: '(?![\\s\\S])', b: '\\b', B: '\\B' }
      return literal(sources[next])
    }
    if (next === 'C') throw new Fault('invalid escape sequence: \\C')
    if (next === 'Q') {
      const end = rest.indexOf('\\E')
      const text = end < 0 ? rest.slice(1) : rest.slice(1, end)
      this.#at += end < 0 ? rest.length : end + 2
      // What follows repeats the last letter alone.
      const letters = [...text].map((char) => this.#char(char))
      if (/^[*+?{]/.test(this.#rest())) this.#plain = false
      return literal(letters.join(''))
    }
    if (next === 'p' || next === 'P') return literal(this.#property())
    if (next !== undefined && /[dDsSwW]/.test(next)) {
      this.#at++
      const set = PERL[next.toLowerCase()] ?? ''
      return literal(next === next.toLowerCase() ? `[${set}]` : `[^${set}]`)
    }
    return literal(this.#char(this.#escape()))
  }

  /** `\pL`, `\p{Greek}`, `\P{^Lu}`. */
  #property(): string {
    const found = /^([pP])(?:\{(\^?)([^}]*)\}|([\s\S]))/u.exec(this.#rest())
    if (!found) throw new Fault(`invalid character class range: \\${this.#rest().slice(0, 2)}`)
    const [all, letter, not, long, short] = found
    this.#at += all.length
    const name = long ?? short ?? ''
    const inverted = (letter === 'P') !== (not === '^')
    if (CATEGORY.test(name)) {
      if (this.#flags.i) this.#plain = false
      return `\\${inverted ? 'P' : 'p'}{${name}}`
    }
    if (name === '' || name.length === 1) throw new Fault(`invalid character class range: \\${all}`)
    if (name === 'Any') return inverted ? '[^\\s\\S]' : '[\\s\\S]'
    throw new Unknown(`the class \\${all}`)
  }

  /** A letter behind a backslash, which is read already. */
  #escape(): string {
    const start = this.#at
    const char = this.#next()
    const bad = () => new Fault(`invalid escape sequence: \\${this.pattern.slice(start, this.#at)}`)
    if (char === '') throw new Fault('trailing backslash at end of expression')
    const octal = /^(?:[1-7][0-7]{1,2}|0[0-7]{0,2})/.exec(this.pattern.slice(start))
    if (octal) {
      this.#at = start + octal[0].length
      return String.fromCodePoint(Number.parseInt(octal[0], 8))
    }
    if (char === 'x') {
      const hex = /^(?:\{([0-9A-Fa-f]+)\}|([0-9A-Fa-f]{2}))/.exec(this.#rest())
      const code = Number.parseInt(hex?.[1] ?? hex?.[2] ?? '', 16)
      if (!hex || !(code <= 0x10ffff)) throw bad()
      this.#at += hex[0].length
      return String.fromCodePoint(code)
    }
    const control = CONTROL[char]
    if (control !== undefined) return String.fromCodePoint(control)
    if (/^[A-Za-z0-9]$/.test(char) || char > '\x7f') throw bad()
    return char
  }

  #set(): string {
    const start = this.#at - 1
    const negated = this.pattern[this.#at] === '^'
    if (negated) this.#at++
    let inside = ''
    let first = true
    for (;;) {
      if (this.#at >= this.pattern.length) {
        throw new Fault(`missing closing ]: ${this.pattern.slice(start)}`)
      }
      if (this.pattern[this.#at] === ']' && !first) break
      first = false
      inside += this.#item(start)
    }
    this.#at++
    if (this.#flags.i) this.#plain = false
    return `[${negated ? '^' : ''}${inside}]`
  }

  #item(start: number): string {
    const rest = this.#rest()
    const posix = /^\[:(\^?)([\s\S]*?):\]/.exec(rest)
    if (posix) {
      const [all, not, name = ''] = posix
      const set = Object.hasOwn(POSIX, name) ? POSIX[name] : undefined
      if (set === undefined) throw new Fault(`invalid character class range: ${all}`)
      this.#at += all.length
      if (not) this.#plain = false
      return set
    }
    if (/^\\[pP]/.test(rest)) {
      this.#at++
      return this.#property()
    }
    const perl = /^\\([dDsSwW])/.exec(rest)?.[1]
    if (perl !== undefined) {
      this.#at += 2
      if (perl !== perl.toLowerCase()) {
        if (perl === 'S') this.#plain = false
        return `\\${perl}`
      }
      return PERL[perl] ?? ''
    }
    const from = this.#at
    const low = this.#member(start)
    const isRange = this.pattern[this.#at] === '-' && !/^-(\]|$)/.test(this.#rest())
    if (!isRange) return this.#code(low)
    this.#at++
    const high = this.#member(start)
    if ((high.codePointAt(0) ?? 0) < (low.codePointAt(0) ?? 0)) {
      throw new Fault(`invalid character class range: ${this.pattern.slice(from, this.#at)}`)
    }
    return `${this.#code(low)}-${this.#code(high)}`
  }

  #member(start: number): string {
    const char = this.#next()
    if (char === '') throw new Fault(`missing closing ]: ${this.pattern.slice(start)}`)
    return char === '\\' ? this.#escape() : char
  }

  #code(char: string): string {
    return `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`
  }
}
