import { isRecord, type Path } from '@/lib/promise/path'
import { parseYaml, type YamlDocument } from './document'
import type { Style } from './style'
import { columnOf, lineEnd, lineStart, type Range } from './text'
import { isPair, type YamlNode } from './tree'

/** Where in a document something is being typed: what a completion needs to know. */
export interface TypingPlace {
  /** `key`: a key of the map at `path`. `value`: the value at `path`. */
  readonly kind: 'key' | 'value'
  readonly path: Path
  /** The map at `path` holds nothing else, so that it may be no map but a value just begun. */
  readonly alone: boolean
  /** What the document means, with the word that is being typed left out; plain data. */
  readonly value: unknown
  /** The word that is being typed, as far as it stands there. */
  readonly word: Range
  /** The word has its `:` already. */
  readonly colon: boolean
  /** A new item of a list begins here, whose `- ` is not there yet. */
  readonly dash: boolean
  /** Within `{}` or `[]`. */
  readonly flow: boolean
  /** The column of the key (or of the item's dash), from 0. */
  readonly column: number
  readonly style: Style
}

const MARK = 'Zz0typing0zZ'

/**
 * What is being typed at `offset`, or nothing within comments, block scalars and where no tree can
 * be told. A text that is broken by the half-typed word alone reads as if the word were complete.
 */
export function typingPlace(text: string, offset: number): TypingPlace | undefined {
  const word = wordAt(text, offset)
  if (!word) return undefined
  const before = text.slice(lineStart(text, offset), word.from)
  const after = text.slice(word.to, lineEnd(text, offset))
  const colon = /^\s*:(\s|$)/.test(after)
  const put = (insert: string) => text.slice(0, word.from) + insert + text.slice(word.to)
  if (VALUE.test(before) && !colon) return readAttempt(put(MARK), word, { colon, dash: false })
  const key = colon ? MARK : `${MARK}: `
  const plain = readAttempt(put(key), word, { colon, dash: false })
  if (colon || before.trim() !== '' || plain?.errors === 0) return plain
  const item = readAttempt(put(`- ${key}`), word, { colon, dash: true })
  return item && (!plain || item.errors < plain.errors) ? item : plain
}

/** Behind a key and its colon, and perhaps an anchor or a tag. */
const VALUE = /:[ \t]+([&!]\S*[ \t]+)*$/

/** The word around `offset`; nothing where words mean nothing. */
function wordAt(text: string, offset: number): Range | undefined {
  const start = lineStart(text, offset)
  const end = lineEnd(text, offset)
  let quote: { readonly mark: string; readonly from: number } | undefined
  for (let at = start; at < offset; at++) {
    const c = text[at] ?? ''
    if (quote) {
      if (c === '\\' && quote.mark === '"') at++
      else if (c === quote.mark) quote = undefined
    } else if ((c === '"' || c === "'") && /(^|[\s,[{?:-])\s*$/.test(text.slice(start, at))) {
      quote = { mark: c, from: at }
    } else if (c === '#' && /^\s?$/.test(text.slice(start, at).slice(-1))) return undefined
  }
  if (quote) {
    const close = text.indexOf(quote.mark, offset)
    return { from: quote.from, to: close < 0 || close >= end ? offset : close + 1 }
  }
  const from = offset - (/[^\s,[\]{}]*$/.exec(text.slice(start, offset))?.[0].length ?? 0)
  const rest = /^[^\s,[\]{}:]*/.exec(text.slice(offset, end))?.[0].length ?? 0
  const found = { from, to: offset + rest }
  return text.slice(from, offset) === '-' ? undefined : found
}

interface Attempt extends TypingPlace {
  readonly errors: number
}

function readAttempt(
  text: string,
  word: Range,
  { colon, dash }: Pick<TypingPlace, 'colon' | 'dash'>,
): Attempt | undefined {
  for (const document of parseYaml(text)) {
    if (word.from < document.range.from || word.from > document.range.to) continue
    const found = findMark(document.root, [])
    if (found) return { ...placeOf(document, found, word), colon, dash }
  }
  return undefined
}

interface Found {
  readonly kind: 'key' | 'value'
  readonly path: Path
  readonly alone: boolean
  readonly flow: boolean
}

function findMark(node: YamlNode, path: Path, flow = false): Found | undefined {
  if (node.kind === 'scalar') {
    const typed = node.text === MARK || node.text.startsWith(`${MARK} `)
    const ours = node.style === 'plain' && typed
    return ours ? { kind: 'value', path, alone: false, flow } : undefined
  }
  if (node.kind === 'seq') {
    for (const [i, item] of node.items.entries()) {
      const found = findMark(item.value, [...path, i], node.flow)
      if (found) return found
    }
    return undefined
  }
  if (node.kind !== 'map') return undefined
  for (const pair of node.pairs) {
    if (pair.name === MARK) {
      return { kind: 'key', path, alone: node.pairs.length === 1, flow: node.flow }
    }
    if (!isPair(pair) || pair.name === undefined) continue
    const found = findMark(pair.value, [...path, pair.name], node.flow)
    if (found) return found
  }
  return undefined
}

function placeOf(
  document: YamlDocument,
  { kind, path, alone, flow }: Found,
  word: Range,
): Omit<Attempt, 'colon' | 'dash'> {
  const errors = document.problems.filter(({ severity }) => severity === 'error').length
  const column = columnOf(document.text, word.from)
  const value = withoutMark(document.value(), path)
  return { kind, path, alone, value, word, flow, column, style: document.style, errors }
}

/** `value` without the word that is being typed, at `path`. */
function withoutMark(value: unknown, path: Path): unknown {
  const [step, ...rest] = path
  if (step === undefined) {
    if (!isRecord(value)) return undefined
    const { [MARK]: _typed, ...others } = value
    return others
  }
  if (Array.isArray(value))
    return value.map((item, i) => (i === step ? withoutMark(item, rest) : item))
  if (!isRecord(value) || !Object.hasOwn(value, step)) return value
  return { ...value, [step]: withoutMark(value[step], rest) }
}
