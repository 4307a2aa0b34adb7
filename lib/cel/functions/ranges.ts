import { Duration, EvaluationFault, Timestamp, Uint } from '../values/value'

const INT = { min: -(2n ** 63n), max: 2n ** 63n - 1n }
const SECOND = 1_000_000_000n
/** The years 1 to 9999. */
const MOMENT = { min: -62_135_596_800n * SECOND, max: 253_402_300_800n * SECOND }

/** The number itself; throws outside 64 bits. */
export function int(value: bigint): bigint {
  if (value < INT.min || value > INT.max) throw new EvaluationFault('integer overflow')
  return value
}

export function uint(value: bigint): Uint {
  if (value < 0n || value >= 2n ** 64n) throw new EvaluationFault('unsigned integer overflow')
  return new Uint(value)
}

export function duration(nanos: bigint): Duration {
  if (nanos < INT.min || nanos > INT.max) throw new EvaluationFault('integer overflow')
  return new Duration(nanos)
}

export function timestamp(nanos: bigint): Timestamp {
  if (nanos < MOMENT.min || nanos >= MOMENT.max) throw new EvaluationFault('timestamp overflow')
  return new Timestamp(nanos)
}
