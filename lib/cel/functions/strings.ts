import { GO_ESCAPES } from '../libraries/go-quote'
import { regex } from '../regex'
import { EvaluationFault, List } from '../values/value'
import { formatString } from './format-string'
import { declare, type FunctionDeclaration } from './overload'

function outOfRange(index: bigint): never {
  throw new EvaluationFault(`index out of range: ${index}`)
}

/** In characters, as all positions of CEL are. */
function indexOf(text: string, part: string, from = 0n): bigint {
  if (part === '') return from
  if (from < 0n) return outOfRange(from)
  const [all, wanted] = [[...text], [...part]]
  for (let i = Number(from); i <= all.length - wanted.length; i++) {
    if (wanted.every((character, j) => all[i + j] === character)) return BigInt(i)
  }
  return -1n
}

function lastIndexOf(text: string, part: string, from?: bigint): bigint {
  const [all, wanted] = [[...text], [...part]]
  if (part === '') return from ?? BigInt(all.length)
  if (from !== undefined && from < 0n) return outOfRange(from)
  if (from !== undefined && from >= BigInt(all.length)) return -1n
  const start = Math.min(Number(from ?? all.length), all.length - wanted.length)
  for (let i = start; i >= 0; i--) {
    if (wanted.every((character, j) => all[i + j] === character)) return BigInt(i)
  }
  return -1n
}

function substring(text: string, start: bigint, end?: bigint): string {
  const all = [...text]
  const last = end ?? BigInt(all.length)
  if (end !== undefined && start > end) {
    throw new EvaluationFault(`invalid substring range. start: ${start}, end: ${end}`)
  }
  if (start < 0n || start > BigInt(all.length)) outOfRange(start)
  if (last < 0n || last > BigInt(all.length)) outOfRange(last)
  return all.slice(Number(start), Number(last)).join('')
}

/** Go's `strings.Split`: without a separator, into characters. */
function parts(text: string, separator: string, limit = -1n): List {
  if (limit === 0n) return new List([])
  const all = separator === '' ? [...text] : text.split(separator)
  const most = Number(limit)
  if (limit < 0n || all.length <= most) return new List(all)
  return new List([...all.slice(0, most - 1), all.slice(most - 1).join(separator)])
}

function replace(text: string, from: string, to: string, limit = -1n): string {
  const most = limit < 0n ? Number.POSITIVE_INFINITY : Number(limit)
  if (from === '') {
    const all = [...text]
    return [...all, ''].map((character, i) => (i < most ? to : '') + character).join('')
  }
  const all = text.split(from)
  return all.map((part, i) => (i === 0 ? part : (i <= most ? to : from) + part)).join('')
}

/** Go's `strings.TrimSpace`, which leaves a byte-order mark. */
const trim = (text: string) =>
  text.replace(/^[\s\u0085]+|[\s\u0085]+$/g, (spaces) => spaces.replace(/[^\ufeff]/g, ''))

const join = ({ items }: List, separator = '') => items.join(separator)

const quote = (text: string) =>
  `"${[...text].map((character) => GO_ESCAPES[character] ?? character).join('')}"`

function findAll(text: string, pattern: string, limit = -1n): List {
  const matcher = regex(pattern).matcher(text)
  const found: string[] = []
  while ((limit < 0n || found.length < Number(limit)) && matcher.find())
    found.push(matcher.group() ?? '')
  return new List(found)
}

/** The strings of cel-go's extension and the regular expressions of Kubernetes. */
export const STRINGS: readonly FunctionDeclaration[] = declare({
  'string.charAt(int): string': (text: string, index: bigint) => {
    const all = [...text]
    if (index < 0n || index > BigInt(all.length)) return outOfRange(index)
    return all[Number(index)] ?? ''
  },
  'string.indexOf(string): int': indexOf,
  'string.indexOf(string, int): int': indexOf,
  'string.lastIndexOf(string): int': lastIndexOf,
  'string.lastIndexOf(string, int): int': lastIndexOf,
  'string.lowerAscii(): string': (text: string) =>
    text.replace(/[A-Z]/g, (one) => one.toLowerCase()),
  'string.upperAscii(): string': (text: string) =>
    text.replace(/[a-z]/g, (one) => one.toUpperCase()),
  'string.replace(string, string): string': replace,
  'string.replace(string, string, int): string': replace,
  'string.split(string): list(string)': parts,
  'string.split(string, int): list(string)': parts,
  'string.substring(int): string': substring,
  'string.substring(int, int): string': substring,
  'string.trim(): string': trim,
  'list(string).join(): string': join,
  'list(string).join(string): string': join,
  'string.find(string): string': (text: string, pattern: string) => {
    const matcher = regex(pattern).matcher(text)
    return matcher.find() ? (matcher.group() ?? '') : ''
  },
  'string.findAll(string): list(string)': findAll,
  'string.findAll(string, int): list(string)': findAll,
  'string_format=string.format(list(dyn)): string': formatString,
  'strings_quote=strings::quote(string): string': quote,
})
