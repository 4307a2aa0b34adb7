import { expect, test } from 'vitest'
import { schemaDefaults } from './schema-defaults'
import { GOOD, report, reportSchema } from './testing'

test('a default fits its schema', () => {
  expect(report(schemaDefaults, GOOD)).toEqual([])
  const schema = `type: object
properties:
  a: {type: integer, default: "3"}
  b: {type: string, enum: [x, p], default: z}
  c: {type: object, default: {d: {}}, properties: {d: {type: object, required: [e]}}}
  f: {type: integer, default: 3}
`
  expect(reportSchema(schemaDefaults, schema)).toEqual([
    'error properties.a.default: The property "a" has the default "3", which is not an integer.',
    'error properties.b.default: The property "b" has the default "z", which is not one of "x", "p".',
    'error properties.c.default.d: The property "c" has the default {"d":{}}, which at "d" lacks the required "e".',
  ])
})

test('the root has none; the fix takes it away', () => {
  const schema = 'type: object\ndefault: {}\nproperties: {}\n'
  expect(reportSchema(schemaDefaults, schema)[0]).toContain('at its root')
})
