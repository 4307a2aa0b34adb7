import { expect, test } from 'vitest'
import { schemaEnums } from './schema-enums'
import { GOOD, report, reportSchema } from './testing'

test('values of an enum have the type of the property, and differ', () => {
  expect(report(schemaEnums, GOOD)).toEqual([])
  const schema = `type: object
properties:
  a: {type: string, enum: [a, 1, yes, a]}
  b: {type: integer, minimum: 2, enum: [1, 2]}
  c: {type: string, enum: []}
`
  expect(reportSchema(schemaEnums, schema)).toEqual([
    'warning properties.a.enum[1]: The value 1 in the enum of the property "a" is not a string, so no request can use it.',
    'warning properties.a.enum[2]: The value true in the enum of the property "a" is not a string, so no request can use it.',
    'warning properties.a.enum[3]: The value "a" in the enum of the property "a" stands there twice.',
    'warning properties.b.enum[0]: The value 1 in the enum of the property "b" is below the minimum 2, so no request can use it.',
    'warning properties.c.enum: The property "c" has an enum without a value, which allows every value.',
  ])
})
