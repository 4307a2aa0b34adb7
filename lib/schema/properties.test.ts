import { describe, expect, test } from 'vitest'
import { displayPath, type Path } from '@/lib/promise/path'
import { propertiesOf } from './properties'
import type { Property } from './property'
import { typeLabel } from './shape'

const at: Path = ['schema']
const of = (properties: unknown, required?: unknown) =>
  propertiesOf({ properties: { spec: { type: 'object', properties, required } } }, at)

/** `name: type` lines, children indented, `*` when required. */
function tree(properties: readonly Property[]): string[] {
  return properties.flatMap((p) => [
    `${'  '.repeat(p.depth)}${p.name}${p.required ? '*' : ''}: ${typeLabel(p)}${p.type === 'enum' ? ` of ${p.itemType}` : ''}`,
    ...tree(p.children),
  ])
}

test('gives the tree below spec, with types and what is required', () => {
  const object = { type: 'object', required: ['b'], properties: { b: { type: 'integer' } } }
  const found = of(
    {
      size: { type: 'string', enum: ['small'] },
      level: { type: 'integer', enum: [1, 2] },
      name: { type: 'string' },
      ratio: { type: 'number' },
      on: { type: 'boolean', enum: [true] },
      auth: object,
      tags: { type: 'array', items: { type: 'string' } },
      users: { type: 'array', items: object },
      labels: { type: 'object', additionalProperties: { type: 'string' } },
      pools: { type: 'object', additionalProperties: { type: 'array', items: object } },
      rows: {
        type: 'array',
        items: { type: 'object', additionalProperties: { 'x-kubernetes-int-or-string': true } },
      },
      port: { 'x-kubernetes-int-or-string': true },
      any: { 'x-kubernetes-preserve-unknown-fields': true },
      some: {
        type: 'object',
        'x-kubernetes-preserve-unknown-fields': true,
        properties: { b: { type: 'string' } },
      },
      whole: { type: 'object', 'x-kubernetes-embedded-resource': true },
      matrix: { type: 'array', items: { type: 'array' } },
      odd: 'nonsense',
    },
    ['size', 'users'],
  )
  expect(tree(found)).toEqual([
    'size*: enum of string',
    'level: enum of integer',
    'name: string',
    'ratio: number',
    'on: boolean',
    'auth: object',
    '  b*: integer',
    'tags: string[]',
    'users*: object[]',
    '  b*: integer',
    'labels: map of string',
    'pools: map of object[]',
    '  b*: integer',
    'rows: (map of int or string)[]',
    'port: int or string',
    'any: free-form',
    'some: object',
    '  b: string',
    'whole: resource',
    'matrix: other[]',
    'odd: other',
  ])
})

test('tells where a property and its children are', () => {
  const [users] = of({ users: { type: 'array', items: { type: 'object', properties: { a: {} } } } })
  expect(displayPath(users?.path ?? [])).toBe('schema.properties.spec.properties.users')
  expect(displayPath(users?.childrenPath ?? [])).toMatch(/users\.items\.properties$/)
  expect(displayPath(users?.children[0]?.path ?? [])).toMatch(/users\.items\.properties\.a$/)
})

test('tells what lists and maps hold, and where', () => {
  const b = { type: 'string' }
  const object = { type: 'object', properties: { b } }
  const schema = { type: 'object', additionalProperties: { type: 'array', items: object } }
  const [pools] = of({ pools: schema })
  expect(pools).toMatchObject({ type: 'map', wraps: ['map', 'list'] })
  expect(pools?.schema).toBe(schema)
  expect(pools?.element).toMatchObject({ type: 'object', schema: object })
  expect(displayPath(pools?.element.path ?? [])).toMatch(/pools\.additionalProperties\.items$/)
  expect(displayPath(pools?.children[0]?.path ?? [])).toMatch(/\.items\.properties\.b$/)
  const [plain] = of({ plain: b })
  expect(plain).toMatchObject({ wraps: [], element: { path: plain?.path, schema: b } })
})

test('lists within lists without end are followed so far and no further', () => {
  const list: Record<string, unknown> = { type: 'array' }
  list.items = list
  const [property] = of({ list })
  expect(property?.wraps).toHaveLength(40)
  expect(property?.element.type).toBe('list')
})

describe('what did not change', () => {
  const untouched = { type: 'object', properties: { b: { type: 'string' } } }
  test('gives the same property again', () => {
    const before = of({ a: { type: 'string' }, x: untouched })
    const after = of({ a: { type: 'integer' }, x: untouched })
    expect(after[1]).toBe(before[1])
    expect(after[0]).not.toBe(before[0])
  })
  test('is read anew at another place', () => {
    const moved = of({ y: untouched })
    expect(moved[0]).toMatchObject({ name: 'y' })
    expect(moved[0]?.children[0]?.path).toContain('y')
  })
})

test('an API that describes no spec has no properties', () => {
  for (const schema of [undefined, null, 'x', [], {}, { properties: { spec: [] } }]) {
    expect(propertiesOf(schema, at)).toEqual([])
  }
})

test('a name of the prototype is a property like any other', () => {
  const found = of(
    JSON.parse('{"__proto__": {"type": "string"}, "constructor": {"type": "boolean"}}'),
  )
  expect(tree(found)).toEqual(['__proto__: string', 'constructor: boolean'])
})
