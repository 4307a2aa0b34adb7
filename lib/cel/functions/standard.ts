import { regex } from '../regex'
import {
  type CelMap,
  type Duration,
  EvaluationFault,
  type List,
  type Timestamp,
  TypeValue,
  Uint,
  type Value,
} from '../values/value'
import { formatDouble, readDouble } from './numbers'
import { declare, type FunctionDeclaration } from './overload'
import { int, timestamp, uint } from './ranges'
import { durationOf, formatDuration, formatTimestamp, timestampOf } from './time'

const SECOND = 1_000_000_000n
const same = <T extends Value>(value: T) => value
const length = (text: string) => BigInt([...text].length)
const sizeOfList = ({ items }: List) => BigInt(items.length)
const sizeOfMap = ({ size }: CelMap) => BigInt(size)
const sizeOfBytes = (bytes: Uint8Array) => BigInt(bytes.length)
const matches = (text: string, pattern: string) => regex(pattern).matcher(text).find()

function fault(message: string): never {
  throw new EvaluationFault(message)
}

function readInt(text: string): bigint {
  const value = /^[+-]?\d+$/.test(text) ? BigInt(text.replace(/^\+/, '')) : undefined
  if (value === undefined || value >= 2n ** 63n || value < -(2n ** 63n)) {
    return fault("type conversion error from 'string' to 'int'")
  }
  return value
}

function whole(value: number): bigint {
  if (!(value > -(2 ** 63) && value < 2 ** 63)) return fault('integer overflow')
  return BigInt(Math.trunc(value))
}

function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return fault('invalid UTF-8 in bytes, cannot convert to string')
  }
}

const BOOLS: Readonly<Record<string, boolean>> = {
  ...Object.fromEntries(['1', 't', 'T', 'TRUE', 'true', 'True'].map((text) => [text, true])),
  ...Object.fromEntries(['0', 'f', 'F', 'FALSE', 'false', 'False'].map((text) => [text, false])),
}

function readBool(text: string): boolean {
  return Object.hasOwn(BOOLS, text)
    ? BOOLS[text] === true
    : fault("type conversion error from 'string' to 'bool'")
}

/** What CEL itself has. */
export const STANDARD: readonly FunctionDeclaration[] = declare({
  'size(bytes): int': sizeOfBytes,
  'bytes.size(): int': sizeOfBytes,
  'size(list(A)): int': sizeOfList,
  'list(A).size(): int': sizeOfList,
  'size(map(A, B)): int': sizeOfMap,
  'map(A, B).size(): int': sizeOfMap,
  'size(string): int': length,
  'string.size(): int': length,
  'type(A): type(A)': undefined,
  'bool(bool): bool': same,
  'bool(string): bool': readBool,
  'bytes(bytes): bytes': same,
  'string_to_bytes=bytes(string): bytes': (text: string) => new TextEncoder().encode(text),
  'double(double): double': same,
  'double(int): double': (value: bigint) => Number(value),
  'double(string): double': readDouble,
  'double(uint): double': ({ value }: Uint) => Number(value),
  'duration(duration): duration': same,
  'duration(int): duration': () =>
    fault("type conversion error from 'int' to 'google.protobuf.Duration'"),
  'duration(string): duration': durationOf,
  'dyn(A): dyn': same,
  'int(int): int': same,
  'int(double): int': whole,
  'int(duration): int': ({ nanos }: Duration) => nanos,
  'int(string): int': readInt,
  'int(timestamp): int': ({ nanos }: Timestamp) => floorDivide(nanos, SECOND),
  'int(uint): int': ({ value }: Uint) => int(value),
  'string(string): string': same,
  'string(bool): string': (value: boolean) => String(value),
  'bytes_to_string=string(bytes): string': utf8,
  'string(double): string': formatDouble,
  'string(duration): string': formatDuration,
  'string(int): string': (value: bigint) => String(value),
  'string(timestamp): string': formatTimestamp,
  'string(uint): string': ({ value }: Uint) => String(value),
  'timestamp(timestamp): timestamp': same,
  'timestamp(int): timestamp': (seconds: bigint) => timestamp(seconds * SECOND),
  'timestamp(string): timestamp': timestampOf,
  'uint(uint): uint': same,
  'uint(double): uint': (value: number) =>
    value >= 0 && value < 2 ** 64
      ? new Uint(BigInt(Math.trunc(value)))
      : fault('unsigned integer overflow'),
  'uint(int): uint': uint,
  'uint(string): uint': (text: string) =>
    /^\d+$/.test(text) && BigInt(text) < 2n ** 64n
      ? new Uint(BigInt(text))
      : fault("type conversion error from 'string' to 'uint'"),
  'contains_string=string.contains(string): bool': (text: string, part: string) =>
    text.includes(part),
  'ends_with_string=string.endsWith(string): bool': (text: string, part: string) =>
    text.endsWith(part),
  'starts_with_string=string.startsWith(string): bool': (text: string, part: string) =>
    text.startsWith(part),
  'matches=matches(string, string): bool': matches,
  'matches_string=string.matches(string): bool': matches,
})

export function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b
  return a % b < 0n ? quotient - 1n : quotient
}

/** The type of a value, as `type(x)` gives it. */
export const typeValue = (type: ConstructorParameters<typeof TypeValue>[0]) => new TypeValue(type)
