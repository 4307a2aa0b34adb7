import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { misfit } from '../misfit'
import { PROPERTY_TYPES } from '../property'
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
    expect(recognise(type.create())?.jsonType).toBe(type.create().type)
  }
})

test('a new enum offers its first value', () => {
  expect(misfit(propertyTypes.enum.create(), 'small')).toBeUndefined()
})

test('what the form cannot edit yet has no type', () => {
  expect(typeOf({})).toBe('other')
  expect(typeOf({ type: 'array' })).toBe('other')
  expect(typeOf({ type: 'string', 'x-kubernetes-int-or-string': true })).toBe('other')
})
