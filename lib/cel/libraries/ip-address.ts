import { EvaluationFault } from '../values/value'
import { goQuote } from './go-quote'

/** An address as Go's `net/netip` has it. */
export interface IpAddress {
  readonly bits: 32 | 128
  readonly value: bigint
  readonly zone: string
}

/** What Go says of a text that is no address; is caught where it is asked whether it is one. */
function refuse(text: string, message: string, at?: string): never {
  const where = at === undefined || at === '' ? '' : ` (at ${goQuote(at)})`
  throw new EvaluationFault(`ParseAddr(${goQuote(text)}): ${message}${where}`)
}

/**
 * Go's `netip.ParseAddr`.
 * @throws {EvaluationFault} in its words
 */
export function parseAddress(text: string): IpAddress {
  switch (/[.:%]/.exec(text)?.[0]) {
    case '.':
      return { bits: 32, value: fromBytes(readIpv4(text, text)), zone: '' }
    case ':':
      return readIpv6(text)
    case '%':
      return refuse(text, 'missing IPv6 address')
    default:
      return refuse(text, 'unable to parse IP')
  }
}

/** @param text the whole, which faults name */
function readIpv4(text: string, part: string): readonly number[] {
  const fields: number[] = []
  let value = 0
  let digits = 0
  for (let i = 0; i < part.length; i++) {
    const character = part[i] ?? ''
    if (/\d/.test(character)) {
      if (digits === 1 && value === 0) refuse(text, 'IPv4 field has octet with leading zero')
      value = value * 10 + Number(character)
      digits++
      if (value > 255) refuse(text, 'IPv4 field has value >255')
    } else if (character === '.') {
      if (i === 0 || i === part.length - 1 || part[i - 1] === '.') {
        refuse(text, 'IPv4 field must have at least one digit', part.slice(i))
      }
      if (fields.length === 3) refuse(text, 'IPv4 address too long')
      fields.push(value)
      value = 0
      digits = 0
    } else refuse(text, 'unexpected character', part.slice(i))
  }
  if (fields.length < 3) refuse(text, 'IPv4 address too short')
  return [...fields, value]
}

function readIpv6(text: string): IpAddress {
  const percent = text.indexOf('%')
  const zone = percent < 0 ? '' : text.slice(percent + 1)
  if (percent >= 0 && zone === '') refuse(text, 'zone must be a non-empty string')
  let rest = percent < 0 ? text : text.slice(0, percent)
  const bytes: number[] = []
  let gap = -1
  if (rest.startsWith('::')) {
    gap = 0
    rest = rest.slice(2)
    if (rest === '') return { bits: 128, value: 0n, zone }
  }
  while (bytes.length < 16) {
    const group = /^[0-9a-fA-F]*/.exec(rest)?.[0] ?? ''
    if (group.length > 4) refuse(text, 'each group must have 4 or less digits', rest)
    if (group === '') {
      refuse(text, 'each colon-separated field must have at least one digit', rest)
    }
    const next = rest[group.length]
    if (next === '.') {
      if (gap < 0 && bytes.length !== 12) {
        refuse(text, 'embedded IPv4 address must replace the final 2 fields of the address', rest)
      }
      if (bytes.length > 12) {
        const message = 'too many hex fields to fit an embedded IPv4 at the end of the address'
        refuse(text, message, rest)
      }
      bytes.push(...readIpv4(text, rest))
      rest = ''
      break
    }
    const value = Number.parseInt(group, 16)
    bytes.push(value >> 8, value & 255)
    rest = rest.slice(group.length)
    if (rest === '') break
    if (next !== ':') refuse(text, 'unexpected character, want colon', rest)
    if (rest.length === 1) refuse(text, 'colon must be followed by more characters', rest)
    rest = rest.slice(1)
    if (!rest.startsWith(':')) continue
    if (gap >= 0) refuse(text, 'multiple :: in address', rest)
    gap = bytes.length
    rest = rest.slice(1)
    if (rest === '') break
  }
  if (rest !== '') refuse(text, 'trailing garbage after address', rest)
  if (bytes.length < 16 && gap < 0) refuse(text, 'address string too short')
  if (bytes.length === 16 && gap >= 0) {
    refuse(text, 'the :: must expand to at least one field of zeros')
  }
  if (bytes.length < 16) bytes.splice(gap, 0, ...Array<number>(16 - bytes.length).fill(0))
  return { bits: 128, value: fromBytes(bytes), zone }
}

const fromBytes = (bytes: readonly number[]) =>
  bytes.reduce((value, byte) => value * 256n + BigInt(byte), 0n)

/** An IPv4 address written as one of IPv6. */
export const isMapped = ({ bits, value }: IpAddress) => bits === 128 && value >> 32n === 0xffffn

/** The first bits, all others nought. */
export function masked({ bits, value, zone }: IpAddress, prefix: number): IpAddress {
  const rest = BigInt(bits - prefix)
  return { bits, value: (value >> rest) << rest, zone }
}

/** In its canonical form. */
export function formatAddress({ bits, value }: IpAddress): string {
  const size = bits === 32 ? 8n : 16n
  const count = bits === 32 ? 4 : 8
  const parts = Array.from({ length: count }, (_, i) =>
    Number((value >> (size * BigInt(count - 1 - i))) & ((1n << size) - 1n)),
  )
  if (bits === 32) return parts.join('.')
  const words = parts.map((part) => part.toString(16))
  const { start, length } = longestGap(parts)
  if (length < 2) return words.join(':')
  return `${words.slice(0, start).join(':')}::${words.slice(start + length).join(':')}`
}

function longestGap(parts: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 }
  for (let start = 0; start < parts.length; start++) {
    let end = start
    while (end < parts.length && parts[end] === 0) end++
    if (end - start > best.length) best = { start, length: end - start }
  }
  return best
}
