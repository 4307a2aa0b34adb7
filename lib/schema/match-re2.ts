/**
 * Runs the JavaScript patterns that `readRe2` writes, in time linear in the text: all ways are gone
 * at once (Thompson), so no pattern can take exponential time as it may in the engine of the page.
 */

/** So many steps are taken at most, some milliseconds: beyond that nothing is said. */
const MAX_STEPS = 100_000
/** So many states a pattern may have, its counted repetitions written out. */
const MAX_STATES = 20_000

type State =
  | { readonly is: 'char'; readonly fits: (char: string) => boolean }
  | { readonly is: 'assert'; readonly holds: (chars: readonly string[], at: number) => boolean }
  /** Goes on at either of two states, by their index. */
  | { readonly is: 'split'; to: number; or: number }
  | { readonly is: 'jump'; to: number }
  | { readonly is: 'match' }

class TooLarge extends Error {}

const programs = new Map<string, readonly State[] | undefined>()

/** Whether `source` is found in `text`; `undefined` when telling would take too long. */
export function findLinear(source: string, text: string): boolean | undefined {
  const known = programs.has(source)
  const states = known ? programs.get(source) : compiled(source)
  if (!known) {
    if (programs.size > 500) programs.clear()
    programs.set(source, states)
  }
  return states && run(states, [...text])
}

function compiled(source: string): readonly State[] | undefined {
  try {
    return new Compiler(source).program()
  } catch (error) {
    // What this engine has no such class for it cannot judge.
    if (error instanceof TooLarge || error instanceof SyntaxError) return undefined
    throw error
  }
}

function run(states: readonly State[], chars: readonly string[]): boolean | undefined {
  const seen = new Uint32Array(states.length)
  let steps = 0
  let now: number[] = []
  for (let at = 0; at <= chars.length; at++) {
    const waiting: number[] = []
    const char = chars[at]
    // The pattern may begin anywhere; what is in reach without a letter is gone through at once.
    const open = [0, ...now]
    now = []
    for (let index = open.pop(); index !== undefined; index = open.pop()) {
      if (seen[index] === at + 1) continue
      seen[index] = at + 1
      if (++steps > MAX_STEPS) return undefined
      const state = states[index]
      if (!state || state.is === 'match') return true
      if (state.is === 'jump') open.push(state.to)
      else if (state.is === 'split') open.push(state.or, state.to)
      else if (state.is === 'char') waiting.push(index)
      else if (state.holds(chars, at)) open.push(index + 1)
    }
    if (char === undefined) return false
    for (const index of waiting) {
      const state = states[index]
      if (state?.is === 'char' && state.fits(char)) now.push(index + 1)
    }
  }
  return false
}

const TOKEN =
  /\(\?:|\(\?<!\[\\s\\S\]\)|\(\?!\[\\s\\S\]\)|\(\?<!\[\^\\n\]\)|\(\?!\[\^\\n\]\)|\\[bB]|\\u\{([0-9a-f]+)\}|\\[pP]\{\w+\}|\[\^?(?:\\[\s\S]|[^\]\\])*\]|[)|]|[*+?]\??|\{(\d+)(,(\d*))?\}\??/y

const isWord = (char: string | undefined) => char !== undefined && /^[0-9A-Za-z_]$/.test(char)
const atBoundary = (chars: readonly string[], at: number) =>
  isWord(chars[at - 1]) !== isWord(chars[at])

/** The assertions as `readRe2` writes them. */
const ASSERTIONS: Readonly<Record<string, (chars: readonly string[], at: number) => boolean>> = {
  '(?<![\\s\\S])': (_, at) => at === 0,
  '(?![\\s\\S])': (chars, at) => at === chars.length,
  '(?<![^\\n])': (chars, at) => at === 0 || chars[at - 1] === '\n',
  '(?![^\\n])': (chars, at) => at === chars.length || chars[at] === '\n',
  '\\b': atBoundary,
  '\\B': (chars, at) => !atBoundary(chars, at),
}

/** Writes the states of a part of the pattern behind those that are there. */
type Part = () => void

class Compiler {
  readonly #states: State[] = []
  readonly #tokens: readonly RegExpExecArray[]
  #at = 0

  constructor(source: string) {
    const tokens: RegExpExecArray[] = []
    TOKEN.lastIndex = 0
    while (TOKEN.lastIndex < source.length) {
      const from = TOKEN.lastIndex
      const token = TOKEN.exec(source)
      if (!token) throw new Error(`no part of a pattern: ${source.slice(from)}`)
      tokens.push(token)
    }
    this.#tokens = tokens
  }

  program(): readonly State[] {
    this.#alternatives()()
    this.#add({ is: 'match' })
    return this.#states
  }

  #add(state: State): number {
    if (this.#states.length >= MAX_STATES) throw new TooLarge()
    return this.#states.push(state) - 1
  }

  #alternatives(): Part {
    const parts = [this.#sequence()]
    while (this.#tokens[this.#at]?.[0] === '|') {
      this.#at++
      parts.push(this.#sequence())
    }
    return () => this.#either(parts)
  }

  #either(parts: readonly Part[]): void {
    const ends: { to: number }[] = []
    for (const [i, part] of parts.entries()) {
      if (i === parts.length - 1) {
        part()
        break
      }
      const split = { is: 'split' as const, to: 0, or: 0 }
      split.to = this.#add(split) + 1
      part()
      const end = { is: 'jump' as const, to: 0 }
      split.or = this.#add(end) + 1
      ends.push(end)
    }
    for (const end of ends) end.to = this.#states.length
  }

  #sequence(): Part {
    const parts: Part[] = []
    for (let next = this.#tokens[this.#at]; next; next = this.#tokens[this.#at]) {
      const [text] = next
      if (text === '|' || text === ')') break
      this.#at++
      parts.push(this.#repeated(this.#atom(next)))
    }
    return () => {
      for (const part of parts) part()
    }
  }

  #atom([text, code]: RegExpExecArray): Part {
    if (text === '(?:') {
      const inner = this.#alternatives()
      this.#at++ // the parenthesis that closes it
      return inner
    }
    const holds = ASSERTIONS[text]
    if (holds) return () => this.#add({ is: 'assert', holds })
    const fits = code === undefined ? inSet(text) : isChar(code)
    return () => this.#add({ is: 'char', fits })
  }

  #repeated(part: Part): Part {
    const sign = this.#tokens[this.#at]
    if (!sign || !/^[*+?{]/.test(sign[0])) return part
    this.#at++
    const [text, , min, more, max] = sign
    if (text.startsWith('*')) return () => this.#star(part)
    if (text.startsWith('+')) return () => this.#count(part, 1, Number.POSITIVE_INFINITY)
    if (text.startsWith('?')) return () => this.#count(part, 0, 1)
    const least = Number(min)
    const most = more === undefined ? least : max ? Number(max) : Number.POSITIVE_INFINITY
    return () => this.#count(part, least, most)
  }

  #star(part: Part): void {
    const split = { is: 'split' as const, to: 0, or: 0 }
    const start = this.#add(split)
    split.to = start + 1
    part()
    split.or = this.#add({ is: 'jump', to: start }) + 1
  }

  #count(part: Part, least: number, most: number): void {
    for (let i = 0; i < least; i++) part()
    if (most === Number.POSITIVE_INFINITY) {
      this.#star(part)
      return
    }
    const ends: { or: number }[] = []
    for (let i = least; i < most; i++) {
      const split = { is: 'split' as const, to: 0, or: 0 }
      split.to = this.#add(split) + 1
      ends.push(split)
      part()
    }
    for (const end of ends) end.or = this.#states.length
  }
}

function isChar(hex: string): (char: string) => boolean {
  const wanted = String.fromCodePoint(Number.parseInt(hex, 16))
  return (char) => char === wanted
}

/** A set or class matches one letter: the engine of the page can tell without going back. */
function inSet(source: string): (char: string) => boolean {
  const set = new RegExp(`^${source}$`, 'u')
  return (char) => set.test(char)
}
