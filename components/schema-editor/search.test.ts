import { expect, test } from 'vitest'
import { propertiesOf } from '@/lib/schema/properties'
import type { Property } from '@/lib/schema/property'
import { matchIn, searchProperties } from './search'

const text = { type: 'string' }
const object = (properties: object) => ({ type: 'object', properties })
const properties = propertiesOf(
  { properties: { spec: object({ size: text, db: object({ port: text, Size: text }) }) } },
  ['schema'],
)
const names = (set: ReadonlySet<Property> | undefined) => [...(set ?? [])].map(({ name }) => name)

test('finds names in any case, and shows the objects that they lie in', () => {
  const found = searchProperties(properties, ' SIZ ')
  expect(names(found?.matches)).toEqual(['size', 'Size'])
  expect(names(found?.shown).sort()).toEqual(['Size', 'db', 'size'])
})

test('finds by path where there is a dot', () => {
  expect(names(searchProperties(properties, 'db.p')?.matches)).toEqual(['port'])
  expect(names(searchProperties(properties, 'spec.db')?.matches)).toEqual(['db', 'port', 'Size'])
  expect(names(searchProperties(properties, 'db.x')?.shown)).toEqual([])
})

test('without a query all is shown', () => {
  expect(searchProperties(properties, ' ')).toBeUndefined()
})

test('of a match it is told where in the name it stands', () => {
  expect(matchIn('storageSize', 'SIZE')).toEqual({ from: 7, to: 11 })
  expect(matchIn('port', 'db.po')).toEqual({ from: 0, to: 2 })
  expect(matchIn('db', 'spec.db')).toEqual({ from: 0, to: 2 })
  expect(matchIn('db', 'db.')).toBeUndefined()
  expect(matchIn('size', ' ')).toBeUndefined()
  expect(matchIn('größe', 'e')).toBeUndefined()
})
