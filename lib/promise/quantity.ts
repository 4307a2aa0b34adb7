const FORM = /^([+-]?)(\d*)(?:\.(\d*))?(?:(m|n|u|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)|[eE]([+-]?\d+))?$/
const BINARY = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei']
/** Powers of ten by the suffix of a quantity. */
export const DECIMAL: Readonly<Record<string, number>> = {
  n: -9,
  u: -6,
  m: -3,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
}

/** Exponents beyond this are no amount of anything. */
const MOST = 30

/**
 * A quantity of Kubernetes (`100m`, `1Gi`, `1.5`, `2e3`) in units of 10^-9, rounded away from zero as
 * the API server rounds; `undefined` for what is none.
 */
export function parseQuantity(value: unknown): bigint | undefined {
  const text = typeof value === 'string' ? value : isAmount(value) ? String(value) : undefined
  const found = text === undefined ? null : FORM.exec(text)
  if (!found) return undefined
  const [, sign, whole = '', fraction = '', suffix, exponent] = found
  if (whole === '' && fraction === '') return undefined
  const power = suffix === undefined ? Number(exponent ?? 0) : (DECIMAL[suffix] ?? 0)
  if (Math.abs(power) > MOST) return undefined
  const binary = suffix === undefined ? 0 : BINARY.indexOf(suffix) + 1
  const digits = BigInt(whole + fraction) * 1024n ** BigInt(binary)
  const scale = 9 + power - fraction.length
  const scaled = scale >= 0 ? digits * 10n ** BigInt(scale) : up(digits, 10n ** BigInt(-scale))
  return sign === '-' ? -scaled : scaled
}

function isAmount(value: unknown): boolean {
  return typeof value === 'bigint' || (typeof value === 'number' && Number.isFinite(value))
}

function up(value: bigint, by: bigint): bigint {
  return value % by === 0n ? value / by : value / by + 1n
}
