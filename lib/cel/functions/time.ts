import { type Duration, EvaluationFault, NotEvaluated, type Timestamp } from '../values/value'
import { declare, type FunctionDeclaration } from './overload'
import { duration, timestamp } from './ranges'

const SECOND = 1_000_000_000n
const MILLISECOND = 1_000_000n
const UNITS: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1000n,
  µs: 1000n,
  μs: 1000n,
  ms: MILLISECOND,
  s: SECOND,
  m: 60n * SECOND,
  h: 3600n * SECOND,
}
const PART = /(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g

/** As Go's `time.ParseDuration`: `1h30m`, `-1.5s`. */
export function durationOf(text: string): Duration {
  const nanos = nanosOf(text)
  if (nanos === undefined) {
    throw new EvaluationFault(`time: invalid duration ${JSON.stringify(text)}`)
  }
  return duration(nanos)
}

function nanosOf(text: string): bigint | undefined {
  const [, sign = '', rest = ''] = /^([+-]?)(.*)$/s.exec(text) ?? []
  if (rest === '0') return 0n
  let nanos = 0n
  let last = 0
  for (const found of rest.matchAll(PART)) {
    if (found.index !== last) return undefined
    last += found[0].length
    const [whole = '', fraction = ''] = (found[1] ?? '').split('.')
    const unit = UNITS[found[2] ?? ''] ?? 0n
    nanos += BigInt(whole || '0') * unit
    if (fraction) nanos += (BigInt(fraction) * unit) / 10n ** BigInt(fraction.length)
  }
  if (rest === '' || last !== rest.length || nanos >= 2n ** 63n) return undefined
  return sign === '-' ? -nanos : nanos
}

const MOMENT = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:[.,](\d+))?(Z|[+-]\d\d:\d\d)$/

/** As Go's `time.Parse` with RFC 3339. */
export function timestampOf(text: string): Timestamp {
  const read = readMoment(text)
  if (read === undefined) {
    throw new EvaluationFault(`parsing time ${JSON.stringify(text)}: cannot parse`)
  }
  return timestamp(read)
}

/** Nanoseconds since 1970, `undefined` for what is no moment. */
export function readMoment(text: string): bigint | undefined {
  const found = MOMENT.exec(text)
  if (!found) return undefined
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map(Number) as number[]
  const date = new Date(0)
  date.setUTCFullYear(year ?? 0, (month ?? 0) - 1, day)
  const real = date.getUTCMonth() === (month ?? 0) - 1 && date.getUTCDate() === day
  if (!real || (hour ?? 0) > 23 || (minute ?? 0) > 59 || (second ?? 0) > 59) return undefined
  const zone = found[8] ?? 'Z'
  const [zoneHours = 0, zoneMinutes = 0] = zone === 'Z' ? [] : zone.slice(1).split(':').map(Number)
  if (zoneHours > 24 || zoneMinutes > 60) return undefined
  const offset = (zone.startsWith('-') ? -1 : 1) * (zoneHours * 60 + zoneMinutes)
  date.setUTCHours(hour ?? 0, (minute ?? 0) - offset, second)
  const fraction = BigInt((found[7] ?? '').slice(0, 9).padEnd(9, '0'))
  return BigInt(date.getTime()) * MILLISECOND + fraction
}

/** As `string(duration)`: in seconds. */
export function formatDuration({ nanos }: Duration): string {
  const magnitude = nanos < 0n ? -nanos : nanos
  const fraction = String(magnitude % SECOND)
    .padStart(9, '0')
    .replace(/0+$/, '')
  return `${nanos < 0n ? '-' : ''}${magnitude / SECOND}${fraction && `.${fraction}`}s`
}

export function formatTimestamp({ nanos }: Timestamp): string {
  const { date, rest } = split(nanos)
  const fraction = String(rest).padStart(9, '0').replace(/0+$/, '')
  return `${date.toISOString().slice(0, 19)}${fraction && `.${fraction}`}Z`
}

function split(nanos: bigint) {
  const rest = ((nanos % SECOND) + SECOND) % SECOND
  return { date: new Date(Number((nanos - rest) / MILLISECOND)), rest }
}

const FIELDS: Readonly<Record<string, (date: Date, nanos: bigint) => number>> = {
  getFullYear: (date) => date.getUTCFullYear(),
  getMonth: (date) => date.getUTCMonth(),
  getDayOfYear: (date) =>
    Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000),
  getDayOfMonth: (date) => date.getUTCDate() - 1,
  getDate: (date) => date.getUTCDate(),
  getDayOfWeek: (date) => date.getUTCDay(),
  getHours: (date) => date.getUTCHours(),
  getMinutes: (date) => date.getUTCMinutes(),
  getSeconds: (date) => date.getUTCSeconds(),
  getMilliseconds: (_, rest) => Number(rest / MILLISECOND),
}
/** Of a length of time: the whole of it, but for the milliseconds within the second. */
const LENGTHS: Readonly<Record<string, bigint>> = {
  getHours: 3600n * SECOND,
  getMinutes: 60n * SECOND,
  getSeconds: SECOND,
  getMilliseconds: MILLISECOND,
}

const inUtc = Object.fromEntries(
  Object.entries(FIELDS).map(([name, field]) => [
    `timestamp.${name}(): int`,
    ({ nanos }: Timestamp) => {
      const { date, rest } = split(nanos)
      return BigInt(field(date, rest))
    },
  ]),
)

const inZone = Object.fromEntries(
  Object.entries(FIELDS).map(([name, field]) => [
    `timestamp.${name}(string): int`,
    ({ nanos }: Timestamp, zone: string) => {
      const [, sign, hours, minutes] = /^([+-]?)(\d\d):(\d\d)$/.exec(zone) ?? []
      if (zone !== 'UTC' && hours === undefined) throw new NotEvaluated(`the time zone ${zone}`)
      const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * (sign === '-' ? -1 : 1)
      const { date, rest } = split(nanos + BigInt(offset) * 60n * SECOND)
      return BigInt(field(date, rest))
    },
  ]),
)

const lengths = Object.fromEntries(
  Object.entries(LENGTHS).map(([name, unit]) => [
    `duration.${name}(): int`,
    ({ nanos }: Duration) => nanos / unit,
  ]),
)

export const TIME: readonly FunctionDeclaration[] = declare({ ...inUtc, ...inZone, ...lengths })
