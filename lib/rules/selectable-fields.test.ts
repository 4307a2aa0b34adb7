import { expect, test } from 'vitest'
import { selectableFields } from './selectable-fields'
import { GOOD, report, spoilt } from './testing'

const says = (...paths: readonly string[]) =>
  report(
    selectableFields,
    spoilt([
      '          served: true',
      `          selectableFields: ${JSON.stringify(paths.map((jsonPath) => ({ jsonPath })))}\n          served: true`,
    ]),
  ).map((line) => line.split('jsonPath: ')[1] ?? line)

test('a selectable field is a scalar of the API', () => {
  expect(report(selectableFields, GOOD)).toEqual([])
  expect(says('.spec.size')).toEqual([])
  expect(says('.spec.size', '.spec.size')[0]).toContain('is here twice')
  expect(says('')[0]).toContain('has no jsonPath')
  expect(says('.spec.sizes[0]')[0]).toContain('array notation is not allowed')
  expect(says('spec.size')[0]).toContain('write it like')
  expect(says('.spec.ghost')[0]).toContain('does not refer to a valid field')
  expect(says('.spec')[0]).toContain('must point to a field of type string, boolean or integer')
  expect(says('.metadata.name')[0]).toContain('must not point to fields in metadata')
  expect(says('.status.phase')[0]).toContain('Kratix replaces')
  expect(says(...Array.from({ length: 9 }, (_, i) => `.a${i}`)).at(-1)).toContain('at most 8')
})
