import { expect, test } from 'vitest'
import { apiUnknownKeys } from './api-unknown-keys'
import { GOOD, report, reportSchema } from './testing'

test('keys that no CRD knows are named, with what may be meant', () => {
  expect(report(apiUnknownKeys, GOOD)).toEqual([])
  const schema = `type: object
properties:
  a: {type: string, regex: a, min-length: 1, const: x, colour: red}
  const: {type: string, example: {const: 1}}
`
  expect(reportSchema(apiUnknownKeys, schema)).toEqual([
    'warning properties.a.regex: The key "regex" is unknown here and is dropped without a word: the keyword is "pattern".',
    'warning properties.a.min-length: The key "min-length" is unknown here and is dropped without a word: perhaps "minLength" is meant.',
    'warning properties.a.const: The key "const" is unknown here and is dropped without a word: an enum of one value says the same.',
    'warning properties.a.colour: The key "colour" is unknown here and is dropped without a word.',
  ])
})
