import { DECIMAL as SUFFIXES } from '@/lib/promise/quantity'
import { EvaluationFault, NotEvaluated } from '../values/value'

/** `value` times ten to the power of `scale`. */
interface Amount {
  value: bigint
  scale: number
}

const FORMAT =
  "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
const SUFFIX = "unable to parse quantity's suffix"
const NUMERIC = 'unable to parse numeric part of quantity'

const DECIMAL: Readonly<Record<string, number>> = { '': 0, ...SUFFIXES }
const BINARY: Readonly<Record<string, number>> = { Ki: 10, Mi: 20, Gi: 30, Ti: 40, Pi: 50, Ei: 60 }

const NANO = -9
/** Digits that always fit into 64 bits. */
const DIGITS = 18
const MAX = 2n ** 63n - 1n
/** With exponents beyond this the cluster itself computes for minutes. */
const FARTHEST = 5000

/**
 * A quantity of Kubernetes, as `k8s.io/apimachinery/pkg/api/resource` keeps it: small ones as a number
 * of 64 bits with an exponent, others as a decimal of any length. Rules can tell the two apart
 * (`isInteger`), and that the decimal of one is changed in place by sums and comparisons.
 */
export class Quantity {
  #small: Readonly<Amount> | undefined
  #large: Amount | undefined

  private constructor(small: Readonly<Amount> | undefined, large: Amount | undefined) {
    this.#small = small
    this.#large = large
  }

  /** @throws {EvaluationFault} as the API server words it */
  static parse(text: string): Quantity {
    const { negative, whole, fraction, suffix } = split(text)
    const { base, exponent } = readSuffix(suffix)
    const digits = whole.length + fraction.length
    const sign = negative ? -1n : 1n
    const binary = base === 2
    const room = binary
      ? fraction === ''
        ? 15 - whole.length - Math.trunc((exponent * 3) / 10) - 1
        : -1
      : DIGITS - digits
    const scale = (binary ? 0 : exponent) - fraction.length
    if (room >= 0 && scale >= NANO) {
      const value = BigInt(whole + fraction) * (binary ? 2n ** BigInt(exponent) : 1n)
      if (value <= MAX) return new Quantity({ value: sign * value, scale }, undefined)
    }
    if (whole + fraction === '') throw new EvaluationFault(NUMERIC)
    return new Quantity(
      undefined,
      decimal(whole + fraction, scale, binary ? exponent : undefined, sign),
    )
  }

  static of(value: bigint): Quantity {
    return new Quantity({ value, scale: 0 }, undefined)
  }

  get #amount(): Readonly<Amount> {
    return this.#small ?? (this.#large as Amount)
  }

  #toLarge(): Amount {
    this.#large ??= { ...(this.#small as Amount) }
    this.#small = undefined
    return this.#large
  }

  get sign(): bigint {
    const { value } = this.#amount
    return value === 0n ? 0n : value < 0n ? -1n : 1n
  }

  /** `undefined` for what has no integer of 64 bits, and for what is kept as a decimal. */
  get integer(): bigint | undefined {
    if (!this.#small) return undefined
    const { value, scale } = this.#small
    if (scale <= 0) return scale === 0 ? value : undefined
    return scaledUp(value, scale)
  }

  get approximate(): number {
    const { value, scale } = this.#amount
    return scale === 0 ? Number(value) : Number(value) * powerOfTen(scale)
  }

  compare(other: Quantity): bigint {
    if (this.#small && other.#small) return compareAmounts(this.#small, other.#small)
    return compareAmounts(this.#toLarge(), other.#amount)
  }

  /** Compares as `compare` does, and changes nothing. */
  equals(other: Quantity): boolean {
    return compareAmounts(this.#amount, other.#amount) === 0n
  }

  add(other: Quantity): Quantity {
    const sum = this.#small && other.#small && smallSum(this.#small, other.#small)
    if (sum) return new Quantity(sum, undefined)
    return this.#plus(other.#amount, 1n)
  }

  sub(other: Quantity): Quantity {
    if (this.#small && other.#small) {
      const { value, scale } = other.#small
      const difference = smallSum(this.#small, { value: BigInt.asIntN(64, -value), scale })
      if (difference) return new Quantity(difference, undefined)
    }
    return this.#plus(other.#amount, -1n)
  }

  /** A decimal is shared with what it was made from, and so that changes, too. */
  #plus(other: Readonly<Amount>, sign: bigint): Quantity {
    const sum = this.#large ?? { ...(this.#small as Amount) }
    const scale = Math.min(sum.scale, other.scale)
    const [a, b] = [atScale(sum, scale), atScale(other, scale)]
    sum.value = a + sign * b
    sum.scale = scale
    return new Quantity(undefined, sum)
  }
}

function split(text: string) {
  if (text === '') throw new EvaluationFault(FORMAT)
  const [, sign = '', whole = '', fraction = '', suffix = '', rest = ''] =
    /^([+-]?)0*(\d*)(?:\.(\d*))?([eEinumkKMGTP]*[-+]?\d*)(.*)$/s.exec(text) ?? []
  if (rest !== '') throw new EvaluationFault(FORMAT)
  return { negative: sign === '-', whole: whole || '0', fraction, suffix }
}

function readSuffix(suffix: string): { readonly base: 2 | 10; readonly exponent: number } {
  if (Object.hasOwn(DECIMAL, suffix)) return { base: 10, exponent: DECIMAL[suffix] ?? 0 }
  if (Object.hasOwn(BINARY, suffix)) return { base: 2, exponent: BINARY[suffix] ?? 0 }
  const [, digits] = /^[eE]([-+]?\d+)$/.exec(suffix) ?? []
  const exponent = digits === undefined ? undefined : BigInt(digits.replace('+', ''))
  if (exponent === undefined || BigInt.asIntN(64, exponent) !== exponent) {
    throw new EvaluationFault(SUFFIX)
  }
  // The cluster reads the last 32 bits.
  return { base: 10, exponent: Number(BigInt.asIntN(32, exponent)) }
}

/** With nine digits after the point at most, rounded away from zero; `binary` is a power of two. */
function decimal(digits: string, scale: number, binary: number | undefined, sign: bigint): Amount {
  let value = BigInt(digits)
  if (binary !== undefined) value *= 2n ** BigInt(binary)
  if (value === 0n) return { value, scale }
  const up = atScale({ value, scale }, Math.min(scale, NANO))
  const finer = Math.max(0, NANO - scale)
  if (finer > FARTHEST) throw new NotEvaluated('a quantity with such an exponent')
  const step = 10n ** BigInt(finer)
  const amount = { value: (up + step - 1n) / step, scale: NANO }
  const capped = binary !== undefined && compareAmounts(amount, { value: MAX, scale: 0 }) > 0n
  const { value: most, scale: at } = capped ? { value: MAX, scale: 0 } : amount
  return { value: sign * most, scale: at }
}

function atScale({ value, scale }: Readonly<Amount>, wanted: number): bigint {
  const distance = scale - wanted
  if (distance > FARTHEST) throw new NotEvaluated('a quantity with such an exponent')
  return value * 10n ** BigInt(distance)
}

function compareAmounts(a: Readonly<Amount>, b: Readonly<Amount>): bigint {
  const scale = Math.min(a.scale, b.scale)
  const [x, y] = [atScale(a, scale), atScale(b, scale)]
  return x === y ? 0n : x < y ? -1n : 1n
}

/** `undefined` beyond 64 bits. */
function scaledUp(value: bigint, scale: number): bigint | undefined {
  if (value === 0n) return 0n
  if (scale > DIGITS + 1) return undefined
  return in64Bits(value * 10n ** BigInt(scale))
}

const in64Bits = (value: bigint) => (BigInt.asIntN(64, value) === value ? value : undefined)

function smallSum(a: Readonly<Amount>, b: Readonly<Amount>): Readonly<Amount> | undefined {
  if (b.value === 0n) return a
  if (a.value === 0n) return b
  const scale = Math.min(a.scale, b.scale)
  const [x, y] = [scaledUp(a.value, a.scale - scale), scaledUp(b.value, b.scale - scale)]
  const sum = x === undefined || y === undefined ? undefined : in64Bits(x + y)
  return sum === undefined ? undefined : { value: sum, scale }
}

/** Go's `math.Pow10`, which multiplies two powers that are exact as far as can be. */
function powerOfTen(exponent: number): number {
  if (exponent < -323) return 0
  if (exponent > 308) return Number.POSITIVE_INFINITY
  const [far, near] = [Math.trunc(Math.abs(exponent) / 32) * 32, Math.abs(exponent) % 32]
  return exponent < 0
    ? Number(`1e-${far}`) / Number(`1e${near}`)
    : Number(`1e${far}`) * Number(`1e${near}`)
}
