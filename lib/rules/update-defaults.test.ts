import { expect, test } from 'vitest'
import { reportSchemaUpdate } from './testing'
import { updateDefaults } from './update-defaults'

const size = (more: string) => `{type: object, properties: {size: {type: string${more}}}}`
const said = (before: string, now: string) =>
  reportSchemaUpdate(updateDefaults, size(before), size(now))

test('another default, or none, changes requests that rely on it', () => {
  expect(said(', default: a', ', default: "a"')).toEqual([])
  expect(said('', ', default: a')).toEqual([])
  expect(said(', default: a', ', default: b')).toEqual([
    'properties.size.default: spec.size has the default "b" now (it was "a"), so requests that rely on it change.',
  ])
  expect(said(', default: a', '')).toEqual([
    'properties.size: spec.size has no default any more (it was "a"), so requests that rely on it change.',
  ])
})
