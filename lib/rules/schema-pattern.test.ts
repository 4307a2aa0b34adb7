import { expect, test } from 'vitest'
import { schemaPattern } from './schema-pattern'
import { GOOD, report, reportSchema } from './testing'

test('patterns are those of RE2, also below logic', () => {
  expect(report(schemaPattern, GOOD)).toEqual([])
  const schema = `type: object
properties:
  a: {type: string, pattern: "^[a-z]+$"}
  b: {type: string, pattern: "(?=a)b"}
  c: {type: string, oneOf: [{pattern: "["}]}
`
  expect(reportSchema(schemaPattern, schema)).toEqual([
    `error properties.b.pattern: The pattern must be a valid regular expression, but isn't: invalid or unsupported Perl syntax: (?=a. The cluster reads it as RE2, without look-around and back-references.`,
    `error properties.c.oneOf[0].pattern: The pattern must be a valid regular expression, but isn't: missing closing ]: [. The cluster reads it as RE2, without look-around and back-references.`,
  ])
})
