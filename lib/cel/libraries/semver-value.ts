import { EvaluationFault } from '../values/value'
import { goQuote } from './go-quote'

/** A version as `github.com/blang/semver` has it, without its build. */
export interface Semver {
  readonly major: bigint
  readonly minor: bigint
  readonly patch: bigint
  /** A number, or a text. */
  readonly pre: readonly (bigint | string)[]
}

function fault(message: string): never {
  throw new EvaluationFault(message)
}

const NUMBER = /^[0-9]*$/
const WORD = /^[A-Za-z0-9-]*$/

/** The first three parts; the last holds all that follows. */
function inThree(text: string): string[] {
  const [major = '', minor, ...rest] = text.split('.')
  return [
    major,
    ...(minor === undefined ? [] : [minor]),
    ...(rest.length > 0 ? [rest.join('.')] : []),
  ]
}

/** @throws {EvaluationFault} in the words of the library */
export function parseSemver(text: string): Semver {
  if (text === '') fault('Version string empty')
  const [major, minor, rest] = inThree(text)
  if (major === undefined || minor === undefined || rest === undefined) {
    return fault('No Major.Minor.Patch elements found')
  }
  const [one, two] = [readNumber('Major', major), readNumber('Minor', minor)]
  const plus = rest.indexOf('+')
  const build = plus < 0 ? [] : rest.slice(plus + 1).split('.')
  const before = plus < 0 ? rest : rest.slice(0, plus)
  const dash = before.indexOf('-')
  const patch = readNumber('Patch', dash < 0 ? before : before.slice(0, dash))
  const pre = dash < 0 ? [] : before.slice(dash + 1).split('.')
  const words = pre.map(readPrerelease)
  for (const word of build) {
    if (word === '') fault('Build meta data is empty')
    if (!WORD.test(word)) fault(`Invalid character(s) found in build meta data ${goQuote(word)}`)
  }
  return { major: one, minor: two, patch, pre: words }
}

function readNumber(name: string, text: string): bigint {
  if (!NUMBER.test(text)) {
    fault(`Invalid character(s) found in ${name.toLowerCase()} number ${goQuote(text)}`)
  }
  if (/^0./.test(text)) fault(`${name} number must not contain leading zeroes ${goQuote(text)}`)
  return readUint(text)
}

function readUint(text: string): bigint {
  const parsing = `strconv.ParseUint: parsing ${goQuote(text)}`
  if (text === '') fault(`${parsing}: invalid syntax`)
  const value = BigInt(text)
  return value < 2n ** 64n ? value : fault(`${parsing}: value out of range`)
}

function readPrerelease(text: string): bigint | string {
  if (text === '') fault('Prerelease is empty')
  if (!WORD.test(text)) fault(`Invalid character(s) found in prerelease ${goQuote(text)}`)
  if (!NUMBER.test(text)) return text
  if (/^0./.test(text)) {
    fault(`Numeric PreRelease version must not contain leading zeroes ${goQuote(text)}`)
  }
  return readUint(text)
}

/** As `semver(text, true)` reads it: with a "v", short, or with noughts that lead. */
export function normalizedSemver(text: string): string {
  const parts = inThree(text.replace(/^v/, '')).map((part) => {
    if (new TextEncoder().encode(part).length <= 1) return part
    const bare = part.replace(/^0+/, '')
    return /^[0-9]/.test(bare) ? bare : `0${bare}`
  })
  if (parts.length < 3 && /[+-]/.test(parts.at(-1) ?? '')) {
    fault('short version cannot contain PreRelease/Build meta data')
  }
  return [...parts, '0', '0'].slice(0, 3).join('.')
}

/** -1, 0 or 1. */
export function compareSemver(a: Semver, b: Semver): bigint {
  for (const part of ['major', 'minor', 'patch'] as const) {
    if (a[part] !== b[part]) return a[part] > b[part] ? 1n : -1n
  }
  // What leads to a version comes before it.
  if (a.pre.length === 0 || b.pre.length === 0) return sign(b.pre.length - a.pre.length)
  for (const [i, one] of a.pre.entries()) {
    const other = b.pre[i]
    if (other === undefined) return 1n
    if (one === other) continue
    if (typeof one !== typeof other) return typeof one === 'bigint' ? -1n : 1n
    return one > other ? 1n : -1n
  }
  return sign(a.pre.length - b.pre.length)
}

const sign = (value: number) => BigInt(Math.sign(value))
