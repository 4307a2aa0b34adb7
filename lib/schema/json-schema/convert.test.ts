import { describe, expect, test } from 'vitest'
import { fromJsonSchema } from './convert'
import { displayAt } from './report'

const convert = (schema: unknown) => fromJsonSchema(schema).schema
const notes = (schema: unknown) =>
  fromJsonSchema(schema).notes.map(({ at, message }) => `${displayAt(at)}: ${message}`)
const ANY = { 'x-kubernetes-preserve-unknown-fields': true }

describe('what a CRD says in other words', () => {
  test.each([
    [{ const: 'a' }, { type: 'string', enum: ['a'] }],
    [{ type: ['string', 'null'] }, { type: 'string', nullable: true }],
    [{ type: ['integer', 'string'] }, { 'x-kubernetes-int-or-string': true }],
    [
      { type: 'integer', exclusiveMinimum: 0, maximum: 10 },
      { type: 'integer', minimum: 0, exclusiveMinimum: true, maximum: 10 },
    ],
    [
      { type: 'number', minimum: 1, exclusiveMinimum: true },
      { type: 'number', minimum: 1, exclusiveMinimum: true },
    ],
    [
      { type: 'integer', minimum: 0.5, maximum: 9.5 },
      { type: 'integer', minimum: 1, maximum: 9 },
    ],
    [
      { oneOf: [{ const: 'a', description: 'first' }, { const: 'b' }] },
      { type: 'string', enum: ['a', 'b'] },
    ],
    [
      { anyOf: [{ type: 'string', minLength: 1 }, { type: 'null' }] },
      { type: 'string', nullable: true, minLength: 1 },
    ],
    [
      {
        anyOf: [
          { type: 'string', pattern: '^a' },
          { type: 'string', maxLength: 3 },
        ],
      },
      { type: 'string', anyOf: [{ pattern: '^a' }, { maxLength: 3 }] },
    ],
    [{ anyOf: [{ type: 'integer' }, { type: 'string' }] }, { 'x-kubernetes-int-or-string': true }],
    [
      { type: 'object', patternProperties: { '^x-': { type: 'string' } } },
      { type: 'object', additionalProperties: { type: 'string' } },
    ],
    [
      { type: 'array', items: { type: 'string' }, uniqueItems: true },
      { type: 'array', 'x-kubernetes-list-type': 'set', items: { type: 'string' } },
    ],
    [{ type: 'array' }, { type: 'array', items: ANY }],
    [{ minLength: 2 }, { type: 'string', minLength: 2 }],
    [{ properties: { a: true } }, { type: 'object', properties: { a: ANY } }],
    [{ type: 'object' }, { type: 'object', ...ANY }],
    [
      { type: 'object', properties: { a: { type: 'string' } }, additionalProperties: false },
      { type: 'object', properties: { a: { type: 'string' } } },
    ],
    [{}, ANY],
  ])('%j', (schema, expected) => {
    expect(convert(schema)).toEqual(expected)
  })
})

test('allOf becomes one schema', () => {
  const schema = {
    definitions: {
      base: { type: 'object', required: ['id'], properties: { id: { type: 'string' } } },
    },
    allOf: [
      { $ref: '#/definitions/base' },
      { properties: { size: { type: 'integer', minimum: 1 } }, required: ['size'] },
      { properties: { size: { maximum: 5 } } },
    ],
  }
  expect(convert(schema)).toEqual({
    type: 'object',
    required: ['id', 'size'],
    properties: { id: { type: 'string' }, size: { type: 'integer', minimum: 1, maximum: 5 } },
  })
})

test('a choice of objects becomes one object, and what each demands a condition', () => {
  const schema = {
    oneOf: [
      {
        type: 'object',
        required: ['kind', 'url'],
        properties: { kind: { const: 'url' }, url: { type: 'string' } },
      },
      {
        type: 'object',
        required: ['kind', 'path'],
        properties: { kind: { const: 'file' }, path: { type: 'string' } },
      },
    ],
  }
  expect(convert(schema)).toEqual({
    type: 'object',
    required: ['kind'],
    anyOf: [{ required: ['url'] }, { required: ['path'] }],
    properties: {
      kind: { type: 'string', enum: ['url', 'file'] },
      url: { type: 'string' },
      path: { type: 'string' },
    },
  })
  expect(notes(schema)[0]).toContain('becomes one object')
})

test('references are put in, siblings with them; what goes in circles is cut and said', () => {
  const schema = {
    $ref: '#/$defs/node',
    $defs: {
      node: {
        type: 'object',
        properties: {
          name: { $ref: '#/$defs/name', description: 'of it' },
          next: { $ref: '#/$defs/node' },
        },
      },
      name: { type: 'string', maxLength: 63 },
    },
  }
  expect(convert(schema)).toEqual({
    type: 'object',
    properties: {
      name: { type: 'string', description: 'of it', maxLength: 63 },
      next: ANY,
    },
  })
  expect(notes(schema)).toEqual([
    'next: It holds itself again (#/$defs/node), which a CRD cannot say: left open there.',
  ])
})

test('a schema that describes schemas ends', () => {
  const meta = {
    definitions: {
      schema: {
        anyOf: [
          { type: 'boolean' },
          {
            type: 'object',
            properties: Object.fromEntries(
              ['not', 'if', 'then', 'else', 'items', 'contains'].map((name) => [
                name,
                { oneOf: [{ $ref: '#/definitions/schema' }, { $ref: '#/definitions/list' }] },
              ]),
            ),
          },
        ],
      },
      list: { type: 'array', items: { $ref: '#/definitions/schema' } },
    },
    type: 'object',
    properties: { a: { $ref: '#/definitions/schema' } },
  }
  expect(convert(meta)).toMatchObject({ type: 'object' })
})

test.each([
  [{ type: 'string', pattern: '(?=a)' }, 'left out'],
  [{ type: 'string', default: 1 }, 'The default is left out'],
  [{ type: 'object', if: {}, properties: { a: {} } }, '"if" is left out'],
  [{ type: ['string', 'object'] }, 'string or object'],
  [
    { type: 'object', properties: { a: {} }, required: ['b'] },
    'b: Required, but nowhere described',
  ],
  [{ $ref: 'https://example.org/x.json' }, 'not in this text'],
  [
    { type: 'object', properties: { a: {} }, additionalProperties: { type: 'string' } },
    'not checked',
  ],
  [{ not: { type: 'object', properties: { a: {} } } }, '"not" is left out'],
  [{ items: [{ type: 'string' }, { type: 'integer' }] }, 'all items get one schema'],
])('what is lost is said: %j', (schema, expected) => {
  expect(notes(schema).join('\n')).toContain(expected)
})

test('names that mean something to JavaScript stay names', () => {
  const schema = JSON.parse('{"properties": {"__proto__": {"type": "string"}, "toString": {}}}')
  expect(Object.keys(convert(schema).properties as object)).toEqual(['__proto__', 'toString'])
  expect({}).not.toHaveProperty('type')
})
