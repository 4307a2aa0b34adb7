import { findRe2 } from './find-re2'

const MAX_REPEAT = 64
/** Longest text that is tried: time grows with the length of the text times that of the pattern. */
const MAX_TRIED = 1_000

/**
 * A text that matches `pattern` (RE2: no look-around, no back-references; unanchored), `undefined`
 * when the pattern is beyond this little reader. Takes the first alternative, and repeats as often
 * as needed to reach `minLength` when the pattern allows it.
 */
export function samplePattern(pattern: string, minLength = 0): string | undefined {
  if (!findRe2(pattern, '').ok) return undefined
  for (const repeat of minLength > 1 ? [1, minLength] : [1]) {
    const text = new Reader(pattern, Math.min(repeat, MAX_REPEAT)).read()
    if (text === undefined) return undefined
    if ([...text].length >= minLength) return matches(pattern, text) ? text : undefined
  }
  return undefined
}

/** True when `text` is short enough to try, and the cluster finds `pattern` in it. */
export function matches(pattern: string, text: string): boolean {
  if (text.length > MAX_TRIED) return false
  const found = findRe2(pattern, text)
  return found.ok && found.range !== undefined
}

const CLASSES: Readonly<Record<string, string>> = {
  d: '0',
  w: 'a',
  s: ' ',
  t: '\t',
  n: '\n',
  r: '\r',
}

class Reader {
  #at = 0
  #bad = false

  constructor(
    readonly pattern: string,
    readonly repeat: number,
  ) {}

  read(): string | undefined {
    const text = this.#alternatives()
    return this.#bad || this.#at < this.pattern.length ? undefined : text
  }

  #alternatives(): string {
    const first = this.#sequence()
    while (this.pattern[this.#at] === '|') {
      this.#at++
      this.#sequence()
    }
    return first
  }

  #sequence(): string {
    let out = ''
    while (this.#at < this.pattern.length && !this.#bad) {
      const next = this.pattern[this.#at]
      if (next === '|' || next === ')') break
      out += this.#quantified(this.#atom())
    }
    return out
  }

  #atom(): string {
    const char = String.fromCodePoint(this.pattern.codePointAt(this.#at) ?? 0)
    this.#at += char.length
    if (char === '^' || char === '$') return ''
    if (char === '.') return 'a'
    if (char === '(') return this.#group()
    if (char === '[') return this.#set()
    if (char === '\\') return this.#escape() ?? ''
    if (char === '*' || char === '+' || char === '?') this.#bad = true
    return char
  }

  #group(): string {
    if (this.pattern[this.#at] === '?') {
      const head = /^\?(:|P?<\w+>)/.exec(this.pattern.slice(this.#at))
      if (!head) this.#bad = true
      this.#at += head?.[0].length ?? 0
    }
    const text = this.#alternatives()
    if (this.pattern[this.#at] !== ')') this.#bad = true
    this.#at++
    return text
  }

  #escape(): string | undefined {
    const char = this.pattern[this.#at++]
    if (char === undefined || /[1-9pPxuQEDWSbBAzZkc]/.test(char)) {
      if (char === 'A' || char === 'z') return '' // anchors
      if (char === 'D') return 'a'
      if (char === 'W') return '-'
      if (char === 'S') return 'a'
      this.#bad = true
      return undefined
    }
    return CLASSES[char] ?? char
  }

  #set(): string {
    const negated = this.pattern[this.#at] === '^'
    if (negated) this.#at++
    const start = this.#at
    let end = start
    // The first `]` of a set stands for itself.
    if (this.pattern[end] === ']') end++
    while (end < this.pattern.length && this.pattern[end] !== ']') {
      end += this.pattern[end] === '\\' ? 2 : 1
    }
    if (end >= this.pattern.length || this.pattern.startsWith('[:', start)) this.#bad = true
    this.#at = end + 1
    const set = this.pattern.slice(start, end).replace(/^\]/, '\\]')
    if (this.#bad) return ''
    const likely = ['a', '1', 'A', '0', '-', '.', '_', '/', ' ', 'z', ...set]
    const inside = likely.find((char) => matches(`^[${negated ? '^' : ''}${set}]$`, char))
    if (inside === undefined) this.#bad = true
    return inside ?? ''
  }

  #quantified(atom: string): string {
    const found = /^(?:([*+?])|\{(\d+)(,(\d*))?\})\??/.exec(this.pattern.slice(this.#at))
    if (!found) return atom
    this.#at += found[0].length
    const [, sign, low, comma, high] = found
    const min = sign ? (sign === '+' ? 1 : 0) : Number(low)
    const max = sign ? (sign === '?' ? 1 : MAX_REPEAT) : comma ? Number(high || MAX_REPEAT) : min
    if (min > 1000) this.#bad = true
    const times = Math.max(min, Math.min(max, this.repeat > 1 ? this.repeat : min))
    const text = this.#bad ? '' : atom.repeat(times)
    if (text.length > 10_000) this.#bad = true
    return this.#bad ? '' : text
  }
}
