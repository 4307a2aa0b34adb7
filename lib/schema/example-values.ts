import { isInteger, isNumber, misfit } from './misfit'
import type { Schema } from './property'
import { matches, samplePattern } from './sample-pattern'

/** The simplest number within bounds; `nth` makes several differ. */
export function exampleNumber(schema: Schema, nth: number): number | bigint {
  const { minimum, maximum, multipleOf } = schema
  const whole = schema.type === 'integer'
  if (typeof minimum === 'bigint') return minimum + (schema.exclusiveMinimum === true ? 1n : 0n)
  const min = typeof minimum === 'number' ? minimum : Number.NEGATIVE_INFINITY
  const max = isNumber(maximum) ? Number(maximum) : Number.POSITIVE_INFINITY
  const fits = (value: number) =>
    Number.isFinite(value) && (!whole || Number.isInteger(value)) && !misfit(schema, value)
  const step = isNumber(multipleOf) && multipleOf > 0 ? Number(multipleOf) : 1
  const start = step * Math.ceil(Math.max(1, min) / step)
  const candidates = [
    start + nth * step,
    start,
    step * Math.ceil(min / step) + nth * step,
    step * (Math.floor(min / step) + 1),
    step * Math.floor(max / step),
    step * (Math.ceil(max / step) - 1),
    0,
    (min + max) / 2,
    min,
    max,
  ]
  return candidates.find(fits) ?? 1
}

const FORMATS: Readonly<Record<string, string>> = {
  bsonobjectid: '507f1f77bcf86cd799439011',
  byte: 'ZXhhbXBsZQ==',
  cidr: '10.0.0.0/24',
  creditcard: '4111111111111111',
  date: '2025-01-01',
  'date-time': '2025-01-01T00:00:00Z',
  datetime: '2025-01-01T00:00:00Z',
  duration: '5m',
  email: 'user@example.com',
  hexcolor: '#336699',
  hostname: 'example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  isbn: '9780306406157',
  isbn10: '0306406152',
  isbn13: '9780306406157',
  'k8s-long-name': 'example.com',
  'k8s-short-name': 'example',
  mac: '02:00:5e:10:00:00',
  rgbcolor: 'rgb(51,102,153)',
  ssn: '078-05-1120',
  uri: 'https://example.com',
  uuid: '8c5e0bb0-0f6c-4b4e-9d5e-0f6c4b4e9d5e',
  uuid3: '6fa459ea-ee8a-3ca4-894e-db77e160355e',
  uuid4: '8c5e0bb0-0f6c-4b4e-9d5e-0f6c4b4e9d5e',
  uuid5: '886313e1-3b8a-5372-9b90-0c9aee199e5d',
}

/** The simplest text of format, pattern and length; `nth` makes several differ. */
export function exampleString(schema: Schema, nth: number): string {
  const { format, pattern } = schema
  if (typeof format === 'string' && Object.hasOwn(FORMATS, format)) return FORMATS[format] ?? ''
  const min = count(schema.minLength)
  const max = isInteger(schema.maxLength) ? Number(schema.maxLength) : Number.POSITIVE_INFINITY
  const plain = stretch(nth === 0 ? 'example' : `example-${nth + 1}`, min, max)
  if (typeof pattern !== 'string') return plain
  for (const text of [plain, 'example', 'a', 'A', '1']) {
    if (text.length >= min && text.length <= max && matches(pattern, text)) return text
  }
  return samplePattern(pattern, min) ?? plain
}

function stretch(text: string, min: number, max: number): string {
  const long = text.length < min ? text.padEnd(Math.min(min, 10_000), 'example') : text
  return long.slice(0, Math.min(max, long.length))
}

/** A keyword that counts, as a number; 0 for anything else. */
export function count(value: unknown): number {
  return isInteger(value) && value > 0 ? Number(value) : 0
}
