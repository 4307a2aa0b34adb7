/** Bytes of a UTF-16 unit in a JSON string as Go writes it: `<`, `>` and `&` become `\u003c`. */
function unitSize(code: number): number {
  if (code < 0x20) return (code >= 8 && code <= 10) || code === 12 || code === 13 ? 2 : 6
  if (code === 0x22 || code === 0x5c) return 2
  if (code === 0x3c || code === 0x3e || code === 0x26) return 6
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  if (code === 0x2028 || code === 0x2029) return 6
  return code >= 0xd800 && code <= 0xdfff ? 2 : 3 // half of a pair's four bytes
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are longer in JSON
const LONGER = /[\u0000-\u0009\u000b\u000c\u000e-\u001f"\\<>&\u0080-\uffff]/g

/**
 * Measures parts of a text, in their order. The next place of interest is looked up natively and
 * kept: a loop over every character is slow until it has been compiled, and a page lists once.
 */
class Measure {
  readonly #text: string
  #longer = -1
  #hash = -1

  constructor(text: string) {
    this.#text = text
  }

  /** Bytes of `from..to` within a JSON string. */
  size(from: number, to: number): number {
    if (this.#longer < from) {
      LONGER.lastIndex = from
      this.#longer = LONGER.exec(this.#text)?.index ?? Number.POSITIVE_INFINITY
    }
    if (this.#longer >= to) return to - from
    let size = 0
    for (let i = from; i < to; i++) size += unitSize(this.#text.charCodeAt(i))
    return size
  }

  /** True when there is a `#` in `from..to`. */
  hasHash(from: number, to: number): boolean {
    if (this.#hash < from) {
      const next = this.#text.indexOf('#', from)
      this.#hash = next < 0 ? Number.POSITIVE_INFINITY : next
    }
    return this.#hash < to
  }
}

const INDENT = / */y
const TYPED = /^(?:[-+]?\d[\d_]*(?:\.\d*)?(?:[eE][-+]?\d+)?|true|false|yes|no|on|off|null|~)$/i
const SPACE = 0x20
const HASH = 0x23
const DASH = 0x2d
const COLON = 0x3a

/**
 * The size that a YAML document would have as JSON, read line by line without parsing: 800 KB take
 * some milliseconds where a parse takes half a second (`appliedSize` is exact). Within a few percent for block style; flow
 * style counts as it is written.
 */
export function estimateJsonSize(text: string, from = 0, to = text.length): number {
  const measure = new Measure(text)
  let size = 1 // Every collection adds one more than its entries: two brackets, a comma less.
  /** Indent of the entry whose block scalar is being read, else -1. */
  let scalar = -1
  /** Indent that its lines have in common, -1 before the first. */
  let margin = -1
  /** Indent of the entry whose value has not come yet, else -1. */
  let pending = -1

  /** Adds a scalar value or what a key or dash announces; says what must follow. */
  const value = (start: number, stop: number, indent: number) => {
    const first = text[start]
    if (start >= stop) pending = indent
    else if (first === '|' || first === '>') {
      scalar = indent
      margin = -1
      size += 2
    } else if (first === '"' || first === "'") size += measure.size(start + 1, stop - 1) + 2
    else if (first === '{' || first === '[') size += stop - start
    else {
      const typed = stop - start < 25 && TYPED.test(text.slice(start, stop))
      size += measure.size(start, stop) + (typed ? 0 : 2)
    }
  }

  for (let at = from; at < to; ) {
    const newline = text.indexOf('\n', at)
    const end = newline < 0 || newline > to ? to : newline
    INDENT.lastIndex = at
    INDENT.test(text)
    let start = INDENT.lastIndex
    let stop = end
    while (stop > start && text.charCodeAt(stop - 1) <= SPACE) stop--
    let indent = start - at
    at = end + 1
    if (scalar >= 0) {
      if (start === stop || indent > scalar) {
        if (margin < 0 && start < stop) margin = indent
        const deeper = start < stop ? indent - margin : 0
        size += deeper + measure.size(start, stop) + 2 // the line break is `\n`
        continue
      }
      scalar = -1
    }
    if (start === stop || text.charCodeAt(start) === HASH) continue
    if (measure.hasHash(start, stop)) stop = beforeComment(text, start, stop)

    const dash = isDash(text, start, stop)
    const colon = dash ? -1 : keyEnd(text, start, stop)
    if (pending >= 0) {
      if (indent > pending || (dash && indent === pending)) {
        if (dash || colon >= 0)
          size += 1 // a collection begins
        else size += 1 // a scalar on a line of its own: its quotes, less the joining blank below
      } else size += 4 // null
      pending = -1
    }
    if (!dash && colon < 0) {
      size += measure.size(start, stop) + 1 // continues the scalar of the line before
      continue
    }
    while (isDash(text, start, stop)) {
      size += 1
      const begin = start++
      while (start < stop && text.charCodeAt(start) === SPACE) start++
      if (start === stop || isDash(text, start, stop) || keyEnd(text, start, stop) >= 0) {
        if (start < stop) size += 1 // the item is a collection
      } else value(start, stop, indent)
      if (start === stop) pending = indent
      indent += start - begin
    }
    const key = start < stop ? keyEnd(text, start, stop) : -1
    if (key < 0) continue
    const quoted = text[start] === '"' || text[start] === "'"
    size += measure.size(start, key) + (quoted ? 0 : 2) + 2
    let next = key + 1
    while (next < stop && text.charCodeAt(next) === SPACE) next++
    value(next, stop, indent)
  }
  return size + (pending >= 0 ? 4 : 0)
}

function isDash(text: string, start: number, stop: number): boolean {
  if (text.charCodeAt(start) !== DASH) return false
  return start + 1 === stop || text.charCodeAt(start + 1) === SPACE
}

/** Offset of the colon of `key:` or `key: value`, or -1. */
function keyEnd(text: string, start: number, stop: number): number {
  const first = text[start]
  const quoted = first === '"' || first === "'"
  if (first === '{' || first === '[') return -1
  for (let i = start + 1; i < stop; i++) {
    const code = text.charCodeAt(i)
    if (code === COLON && (i + 1 === stop || text.charCodeAt(i + 1) === SPACE)) return i
    // Prose holds colons too; keys with blanks are quoted as a rule.
    if (code === SPACE && !quoted) return -1
  }
  return -1
}

/** Where the line ends before its comment and blanks. Within quotes a `#` begins none. */
function beforeComment(text: string, start: number, stop: number): number {
  for (let i = start; i < stop; i++) {
    const code = text.charCodeAt(i)
    if (code === 0x22 || code === 0x27) return stop
    if (code !== HASH || i === start || text.charCodeAt(i - 1) !== SPACE) continue
    let end = i
    while (end > start && text.charCodeAt(end - 1) === SPACE) end--
    return end
  }
  return stop
}
