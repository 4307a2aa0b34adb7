import * as fc from 'fast-check'
import { isRecord } from '@/lib/promise/path'
import { anyText } from '@/lib/render/testing/texts'
import type { Schema } from '@/lib/schema/property'

/** What no property expects; some fit all the same. */
const anything = fc.oneof(
  anyText,
  fc.integer(),
  fc.constantFrom<unknown>(null, true, 0.5, 1e21, [], ['x'], {}, { a: 1 }, ''),
)

/**
 * Values of a schema. Most fit; about one in thirty properties holds anything, lacks what is
 * required, or is joined by one that the schema does not know.
 */
export function anyValueOf(schema: Schema): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 40, arbitrary: fitting(schema) },
    { weight: 1, arbitrary: anything },
    ...(schema.nullable === true ? [{ weight: 4, arbitrary: fc.constant(null) }] : []),
  )
}

function fitting(schema: Schema): fc.Arbitrary<unknown> {
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum)
  if (schema['x-kubernetes-int-or-string'] === true) return fc.oneof(fc.integer(), anyText)
  if (schema['x-kubernetes-preserve-unknown-fields'] === true) {
    return fc.dictionary(fc.constantFrom('a', 'yes', '1'), anything, { noNullPrototype: true })
  }
  switch (schema.type) {
    case 'string':
      return texts(schema)
    case 'integer':
      return fc.oneof(between(schema), fc.constantFrom(1, 3, 2147483647))
    case 'number':
      return fc.oneof(between(schema), fc.constantFrom(1, 0.5, 1e-7, 3))
    case 'boolean':
      return fc.boolean()
    case 'array':
      return fc.array(anyValueOf(schema.items as Schema), { maxLength: 3 })
    default:
      return isRecord(schema.additionalProperties)
        ? fc.dictionary(
            fc.constantFrom('a', 'yes', '__proto__'),
            anyValueOf(schema.additionalProperties),
            { maxKeys: 2, noNullPrototype: true },
          )
        : object(schema)
  }
}

function texts({ pattern, format, minLength, maxLength }: Schema): fc.Arbitrary<string> {
  if (pattern) return fc.constantFrom('abc', 'z')
  if (format) return fc.constantFrom('2025-01-01T00:00:00Z', '2025-01-01')
  if (typeof maxLength !== 'number') return anyText
  return fc.string({ minLength: Number(minLength ?? 0), maxLength })
}

function between({ minimum = -1000, maximum = 1000 }: Schema): fc.Arbitrary<number> {
  return fc.integer({ min: Number(minimum), max: Number(maximum) })
}

function object({ properties, required }: Schema): fc.Arbitrary<unknown> {
  const known = isRecord(properties) ? properties : {}
  const needed = Array.isArray(required) ? required : []
  const entries = Object.entries(known).map(([key, schema]) =>
    fc
      .tuple(anyValueOf(schema as Schema), fc.nat(needed.includes(key) ? 30 : 3))
      .map(([value, dice]) => (dice === 0 ? [] : [[key, value] as const])),
  )
  const stranger = fc.nat(30).map((dice) => (dice === 0 ? [['not known', 1] as const] : []))
  return fc
    .tuple(...entries, stranger)
    .map((all) => Object.fromEntries(all.flat() as (readonly [string, unknown])[]))
}

const labels = fc.dictionary(
  fc.constantFrom('team', 'example.org/a'),
  fc.constantFrom('', 'null', '1e3', 'true', '0x1F', '2024-01-01', '1_000', 'a.b', 'not good!'),
  { noNullPrototype: true },
)

/** Requests of an API, most of which the API server takes. */
export function anyRequestOf(
  api: { readonly apiVersion: string; readonly kind: string },
  spec: Schema,
): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  return fc
    .record({
      name: fc.constantFrom('example', 'a', '0-1', '1e3', 'null', 'x.y', 'Bad_name'),
      namespace: fc.constantFrom('default', 'team-a', '0x1f', 'yes'),
      labels: fc.option(labels, { nil: undefined }),
      spec: fc.option(anyValueOf(spec), { nil: undefined, freq: 20 }),
    })
    .map(({ name, namespace, labels: given, spec: value }) => ({
      ...api,
      metadata: { name, namespace, ...(given && { labels: given }) },
      ...(value !== undefined && { spec: value }),
    }))
}
