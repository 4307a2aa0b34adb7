import { expect, test } from 'vitest'
import { celCompile } from './cel-compile'
import { GOOD, report, reportSchema } from './testing'

const at = (rule: string, more = '') =>
  reportSchema(
    celCompile,
    `type: object
properties:
  a:
    type: object
    properties: {name: {type: string}, size: {type: integer}, a-b: {type: boolean}}
    x-kubernetes-validations: [{rule: ${JSON.stringify(rule)}${more}}]
`,
  ).map((line) => line.replace('error properties.a.x-kubernetes-validations[0].', ''))

test('a rule compiles against its schema', () => {
  expect(report(celCompile, GOOD)).toEqual([])
  expect(at('self.size > 1 && self.name.startsWith("a") && self.a__dash__b')).toEqual([])
  expect(at('self.nam == "a"')).toEqual([
    "rule: The rule is refused: compilation failed: undefined field 'nam' (line 1, column 5).",
  ])
  expect(at('self.size == "1"')).toEqual([
    "rule: The rule is refused: compilation failed: found no matching overload for '_==_' applied to '(int, string)' (line 1, column 11).",
  ])
  expect(at('self.size')).toEqual([
    'rule: The rule is refused: cel expression must evaluate to a bool.',
  ])
  expect(at('self.size >')).toHaveLength(1)
  expect(at('self.name.matches("(")')).toEqual([
    'rule: The rule is refused: compilation failed: invalid matches argument (line 1, column 19).',
  ])
})

test('a messageExpression is a text, and optionalOldSelf needs oldSelf', () => {
  expect(at('true', ', messageExpression: "self.name + \'!\'"')).toEqual([])
  expect(at('true', ', messageExpression: "self.size"')).toEqual([
    'messageExpression: The messageExpression is refused: messageExpression must evaluate to a string.',
  ])
  expect(at('true', ', optionalOldSelf: true')).toEqual([
    'optionalOldSelf: optionalOldSelf: may not be set if oldSelf is not used in rule.',
  ])
  expect(at('oldSelf.hasValue()', ', optionalOldSelf: true')).toEqual([])
  expect(at('oldSelf.size == self.size')).toEqual([])
})

test('oldSelf needs a place that can be found again', () => {
  const list = (type: string) =>
    reportSchema(
      celCompile,
      `type: object
properties:
  a:
    type: array
    ${type}
    items: {type: object, required: [k], properties: {k: {type: string}}, x-kubernetes-validations: [{rule: self == oldSelf}]}
`,
    )
  expect(list('x-kubernetes-list-type: map\n    x-kubernetes-list-map-keys: [k]')).toEqual([])
  expect(list('x-kubernetes-list-type: set')).toHaveLength(1)
  expect(list('description: atomic')).toEqual([
    expect.stringContaining('oldSelf cannot be used on the uncorrelatable portion of the schema'),
  ])
})

test('a rule needs a type, and sees the status of Kratix alone', () => {
  const untyped =
    'type: object\nproperties: {a: {x-kubernetes-preserve-unknown-fields: true, x-kubernetes-validations: [{rule: self == self}]}}\n'
  expect(reportSchema(celCompile, untyped)).toHaveLength(1)
  const status = (field: string) => `type: object
properties: {status: {type: object, properties: {mine: {type: string}}}}
x-kubernetes-validations: [{rule: "!has(self.status) || !has(self.status.${field})"}]
`
  expect(reportSchema(celCompile, status('mine'))).toEqual([
    "error x-kubernetes-validations[0].rule: The rule is refused: compilation failed: undefined field 'mine' (line 1, column 26), since Kratix replaces what the schema says of the status.",
  ])
})
