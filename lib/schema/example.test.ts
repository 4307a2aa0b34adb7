import fc from 'fast-check'
import { Validator } from 'jsonschema'
import { expect, test } from 'vitest'
import { exampleFor, exampleSpec } from './example'

const validator = new Validator()

test('holds what is required and what has a default; an enum gives its first value', () => {
  const schema = {
    type: 'object',
    required: ['size', 'name'],
    properties: {
      size: { type: 'string', enum: ['small', 'large'] },
      replicas: { type: 'integer', default: 3 },
      name: { type: 'string' },
      note: { type: 'string' },
      backup: { type: 'object', properties: { on: { type: 'boolean', default: true } } },
      restore: { type: 'object', required: ['from'], properties: { from: { type: 'string' } } },
    },
  }
  expect(exampleFor(schema)).toEqual({
    size: 'small',
    replicas: 3,
    name: 'example',
    backup: { on: true },
  })
})

test('the example of a request is that of its spec', () => {
  const spec = { type: 'object', properties: { a: { type: 'string', default: 'x' } } }
  expect(exampleSpec({ properties: { spec } })).toEqual({ a: 'x' })
  expect(exampleSpec({ type: 'object' })).toBeUndefined()
})

test('a default that does not fit is not used', () => {
  expect(exampleFor({ type: 'string', enum: ['a'], default: 'b' })).toBe('a')
  const spec = {
    type: 'object',
    default: {},
    required: ['a'],
    properties: { a: { type: 'integer' } },
  }
  expect(exampleFor(spec)).toEqual({ a: 1 })
})

test('integers beyond the safe ones stay exact', () => {
  expect(exampleFor({ type: 'integer', minimum: 9007199254740993n })).toBe(9007199254740993n)
})

test('items of an array that must be unique differ', () => {
  const schema = {
    type: 'array',
    minItems: 3,
    items: { type: 'string' },
    'x-kubernetes-list-type': 'set',
  }
  expect(new Set(exampleFor(schema) as string[]).size).toBe(3)
})

test('endless and hostile schemas give an answer', () => {
  const ring: Record<string, unknown> = { type: 'object', required: ['a'] }
  ring.properties = { a: ring }
  expect(exampleFor(ring)).toBeDefined()
  expect(exampleFor({ type: 'array', minItems: 1e9, items: {} })).toHaveLength(20)
  const named = JSON.parse(
    '{"type": "object", "required": ["__proto__"], "properties": {"__proto__": {"type": "string"}}}',
  )
  expect(Object.keys(exampleFor(named) as object)).toEqual(['__proto__'])
})

const { schema } = fc.letrec<{ schema: object; leaf: object; object: object; array: object }>(
  (tie) => ({
    schema: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      tie('leaf'),
      tie('object'),
      tie('array'),
    ),
    leaf: fc.oneof(
      fc
        .tuple(fc.nat(8), fc.nat(8))
        .map(([minLength, more]) => ({ type: 'string', minLength, maxLength: minLength + more })),
      fc
        .tuple(fc.integer({ min: -50, max: 50 }), fc.nat(50), fc.constantFrom(1, 2, 5))
        .map(([minimum, more, multipleOf]) => ({
          type: 'integer',
          minimum,
          maximum: minimum + more + multipleOf,
          multipleOf,
        })),
      fc
        .tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 50 }))
        .map(([minimum, more]) => ({
          type: 'number',
          minimum,
          maximum: minimum + more,
          exclusiveMinimum: true,
          exclusiveMaximum: true,
        })),
      fc
        .constantFrom('^[a-z]{3,}$', '^(a|b)c$', '\\d+', '^v[0-9]+$')
        .map((pattern) => ({ type: 'string', pattern })),
      fc.constant({ type: 'boolean' }),
      fc
        .uniqueArray(fc.string(), { minLength: 1, maxLength: 3 })
        .map((values) => ({ type: 'string', enum: values })),
    ),
    object: fc
      .dictionary(
        fc.string({ minLength: 1, maxLength: 5 }),
        fc.tuple(tie('schema'), fc.boolean()),
        { maxKeys: 4 },
      )
      .map((all) => ({
        type: 'object',
        properties: Object.fromEntries(Object.entries(all).map(([k, [s]]) => [k, s])),
        required: Object.entries(all).flatMap(([k, [, required]]) => (required ? [k] : [])),
      })),
    array: fc
      .tuple(tie('schema'), fc.nat(3))
      .map(([items, minItems]) => ({ type: 'array', items, minItems })),
  }),
)

test('an example fits its schema, as an independent validator sees it', () => {
  fc.assert(
    fc.property(schema, (one) => {
      const { errors } = validator.validate(exampleFor(one), one)
      expect(errors.map(String)).toEqual([])
    }),
    { numRuns: 300 },
  )
})

/** Lists of lists of at least 20, so deep: 20 to this power texts. */
const lists = (depth: number): object =>
  depth === 0 ? { type: 'string' } : { type: 'array', minItems: 20, items: lists(depth - 1) }

test('an example that would be too large is none', () => {
  expect((exampleFor(lists(2)) as unknown[]).length).toBe(20)
  expect(exampleFor(lists(5))).toBeUndefined()
  const names = Array.from({ length: 10_001 }, (_, i) => `p${i}`)
  const properties = Object.fromEntries(names.map((name) => [name, { type: 'string' }]))
  for (const extent of ['minimal', 'usual', 'full'] as const) {
    expect(exampleFor({ type: 'object', properties, required: names }, extent)).toBeUndefined()
  }
})

test('a default counts with all that it holds', () => {
  const row = { type: 'array', default: Array.from({ length: 600 }, () => 'a'), items: {} }
  const table = { type: 'array', minItems: 20, items: { ...row, items: { type: 'string' } } }
  expect(exampleFor(table)).toBeUndefined()
  expect(exampleFor({ ...table, minItems: 10 })).toHaveLength(10)
})
