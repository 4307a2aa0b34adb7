import { describe, expect, test } from 'vitest'
import { displayPath, type Path } from '@/lib/promise/path'
import { namesBelowSpec, propertyPlace, schemaPlaces, valuesInDefaults } from './places'

const root: Path = ['spec', 'api', 'spec', 'versions', 0, 'schema', 'openAPIV3Schema']
const at = (path: string): Path => [...root, ...path.split('.')]

describe('the schemas on the way to a place', () => {
  const way = (path: string) => schemaPlaces(at(path))?.map(({ as, name }) => name || as)

  test('are read from the root', () => {
    expect(way('properties.spec.properties.users.items.properties.name')).toEqual([
      'root',
      'spec',
      'users',
      'items',
      'name',
    ])
    expect(way('properties.a.additionalProperties')).toEqual(['root', 'a', 'values'])
  })
  test('may bear the names of keywords', () => {
    expect(way('properties.properties.items')).toEqual(['root', 'properties', 'items'])
    expect(way('properties.items.properties.properties')).toEqual(['root', 'items', 'properties'])
  })
  test('end where no schema is', () => {
    expect(way('properties')).toBeUndefined()
    expect(way('properties.a.enum')).toBeUndefined()
    expect(schemaPlaces(['metadata', 'name'])).toBeUndefined()
  })
})

test('a property knows its name and the schema that declares it', () => {
  const place = propertyPlace(at('properties.spec.properties.size'))
  expect(place?.name).toBe('size')
  expect(displayPath(place?.parent ?? [])).toMatch(/properties\.spec$/)
  expect(propertyPlace(at('properties.a.items'))).toBeUndefined()
})

test('names below spec, where no list is in between', () => {
  expect(namesBelowSpec(at('properties.spec.properties.a.properties.b'))).toEqual(['a', 'b'])
  expect(namesBelowSpec(at('properties.spec'))).toEqual([])
  expect(namesBelowSpec(at('properties.status.properties.a'))).toBeUndefined()
  expect(namesBelowSpec(at('properties.spec.properties.a.items.properties.b'))).toBeUndefined()
})

test('finds what defaults above say of a property, also within lists', () => {
  const users = { items: {}, default: [{ name: 'a' }, {}, { name: 'b' }] }
  const spec = { default: { users: [{ name: 'c' }] }, properties: { users } }
  const version = { schema: { openAPIV3Schema: { properties: { spec } } } }
  const promise = { spec: { api: { spec: { versions: [version] } } } }
  const path = at('properties.spec.properties.users.items.properties.name')
  expect(valuesInDefaults(promise, path).map((one) => displayPath(one.slice(8)))).toEqual([
    'spec.default.users[0].name',
    'spec.properties.users.default[0].name',
    'spec.properties.users.default[2].name',
  ])
})
