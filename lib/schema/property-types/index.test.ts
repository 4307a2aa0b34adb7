import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { misfit } from '../misfit'
import { PROPERTY_TYPES, type Schema } from '../property'
import { propertyTypes, recognise, typeOf } from './index'

test('the index holds every type of the folder, under the name of its file', () => {
  const files = readdirSync(import.meta.dirname)
    .map((name) => name.replace(/\.ts$/, ''))
    .filter((name) => !/^index|property-type$|\.test$/.test(name))
  expect(Object.keys(propertyTypes).sort()).toEqual(files.sort())
  expect(Object.keys(propertyTypes)).toEqual([...PROPERTY_TYPES])
})

test('what a type creates is recognised as that type', () => {
  for (const [id, type] of Object.entries(propertyTypes)) {
    expect(typeOf(type.create())).toBe(id)
    const created: Schema = type.create()
    expect(recognise(created)?.jsonType).toBe(created.type)
  }
})

test('a new enum offers its first value', () => {
  expect(misfit(propertyTypes.enum.create(), 'small')).toBeUndefined()
})

test('what the form cannot edit has no type', () => {
  expect(typeOf({})).toBe('other')
  expect(typeOf({ type: 'array' })).toBe('other')
})

test('the narrowest type wins, and a faulty mixture is what shows most of it', () => {
  expect(typeOf({ type: 'string', 'x-kubernetes-int-or-string': true })).toBe('int-or-string')
  expect(typeOf({ 'x-kubernetes-int-or-string': true, enum: [1, 'a'] })).toBe('int-or-string')
  const map = { type: 'object', additionalProperties: { type: 'string' } }
  expect(typeOf({ ...map, 'x-kubernetes-preserve-unknown-fields': true })).toBe('map')
  expect(typeOf({ ...map, properties: { a: {} } })).toBe('object')
  expect(typeOf({ type: 'object', additionalProperties: true })).toBe('object')
})
