import { expect, test } from 'vitest'
import { filesOf } from '@/lib/commands/testing'
import { runCommand } from '@/lib/promise/command'
import { apiUnknownKeys } from './api-unknown-keys'
import { findings, GOOD, report, reportSchema, spoilt } from './testing'

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

test('what may be meant is offered, and leaving the key out', () => {
  const size = 'size: {type: string, enum: [small, large], default: small}'
  const cured = (schema: string, label: string) => {
    const text = spoilt([size, `size: {${schema}}`])
    const [found] = findings(apiUnknownKeys, text)
    const cure = found?.suggestions?.find((one) => one.label === label)
    const after = cure && runCommand(filesOf({ 'promise.yaml': text }), cure)
    return /size: (.*)/.exec(after?.get('promise.yaml')?.text ?? '')?.[1]
  }
  expect(cured('type: string, min-length: 1', 'Rename it to minLength')).toBe(
    '{type: string, minLength: 1}',
  )
  expect(cured('type: string, regex: a', 'Rename it to pattern')).toBe('{type: string, pattern: a}')
  expect(cured('type: string, const: a', 'Make it an enum of one value')).toMatch(
    /enum: \[\s*a\s*\]/,
  )
  expect(cured('type: string, colour: red', 'Remove it')).toBe('{type: string}')
  expect(cured('type: string, pattern: a, regex: b', 'Rename it to pattern')).toBeUndefined()
})
