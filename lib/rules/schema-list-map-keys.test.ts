import { expect, test } from 'vitest'
import { schemaListMapKeys } from './schema-list-map-keys'
import { GOOD, report, reportSchema } from './testing'

const places = (list: string) =>
  reportSchema(schemaListMapKeys, `type: object\nproperties:\n  a: {type: array, ${list}}\n`).map(
    (line) => line.split(':')[0]?.replace('error properties.a.', ''),
  )
const MAP = 'x-kubernetes-list-type: map, x-kubernetes-list-map-keys'

test('the keys of a list are scalars that every item has', () => {
  expect(report(schemaListMapKeys, GOOD)).toEqual([])
  const good = 'items: {type: object, required: [k], properties: {k: {type: string}}}'
  expect(places(`${MAP}: [k], ${good}`)).toEqual([])
  expect(places(`x-kubernetes-list-map-keys: [k], ${good}`)).toEqual(['x-kubernetes-list-type'])
  expect(places(`${MAP}: [], ${good}`)).toEqual(['x-kubernetes-list-map-keys'])
  expect(places(`${MAP}: [k, k, ghost], ${good}`)).toHaveLength(2)
  expect(places(`${MAP}: [k]`)).toEqual(['items'])
  expect(places(`${MAP}: [k], items: {type: string}`)).toEqual(['items.type'])
  const odd = 'items: {type: object, properties: {k: {type: object, nullable: true}}}'
  expect(places(`${MAP}: [k], ${odd}`)).toEqual([
    'items.properties.k.type',
    'items.properties.k.default',
    'items.properties.k.nullable',
  ])
})
