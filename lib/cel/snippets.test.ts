import { expect, test } from 'vitest'
import { compileRules } from './compile/rules'
import { snippetsFor } from './snippets'

const text = { type: 'string', maxLength: 20 }
const SCHEMAS = [
  { type: 'string', maxLength: 100 },
  { type: 'string', format: 'date-time' },
  { type: 'integer' },
  { type: 'number' },
  { type: 'boolean' },
  { 'x-kubernetes-int-or-string': true, maxLength: 10 },
  { type: 'array', maxItems: 10, items: text },
  { type: 'array', maxItems: 10, items: { type: 'object', properties: { 'my-name': text } } },
  { type: 'object', additionalProperties: text, maxProperties: 10 },
  { type: 'object', properties: { 'a-b': text, if: { type: 'integer' }, c: { type: 'integer' } } },
  { type: 'object', properties: {} },
]

test('every common rule compiles and is cheap where the schema has bounds', () => {
  for (const schema of SCHEMAS) {
    for (const { rule, message, title } of snippetsFor(schema)) {
      const parent = {
        schema: { type: 'object' },
        path: [],
        as: undefined,
        parent: undefined,
        logic: false,
      }
      const { rules } = compileRules({
        schema: { ...schema, 'x-kubernetes-validations': [{ rule, message }] },
        path: ['properties', 'a'],
        as: 'properties',
        parent,
        logic: false,
      })
      expect({ title, ...rules[0] }).toMatchObject({ faults: [], unsure: undefined })
    }
  }
})

test('rules speak of the properties that are there', () => {
  const [either] = snippetsFor({ type: 'object', properties: { 'a-b': text, c: text } })
  expect(either).toEqual({
    title: 'One of two, not both',
    rule: 'has(self.a__dash__b) != has(self.c)',
    message: 'set either a-b or c',
  })
  expect(snippetsFor({ 'x-kubernetes-preserve-unknown-fields': true })).toEqual([])
})
