import { expect, test } from 'vitest'
import { celRules } from './cel-rules'
import { GOOD, report, reportSchema } from './testing'

const places = (rule: string) =>
  reportSchema(
    celRules,
    `type: object\nproperties:\n  a: {type: object, properties: {b: {type: string}}, x-kubernetes-validations: [${rule}]}\n`,
  ).map((line) => line.split(':')[0]?.split('.').at(-1))

test('what surrounds a CEL expression is complete', () => {
  expect(report(celRules, GOOD)).toEqual([])
  expect(places('{rule: "true", message: m, reason: FieldValueInvalid, fieldPath: .b}')).toEqual([])
  expect(places(`{rule: "true", fieldPath: "['b']"}`)).toEqual([])
  expect(places('{}')).toEqual(['rule'])
  expect(places('{rule: " "}')).toEqual(['rule'])
  expect(places('{rule: "true", message: " ", messageExpression: " ", fieldPath: " "}')).toEqual([
    'message',
    'messageExpression',
    'fieldPath',
  ])
  expect(places('{rule: "true", message: "a\\nb"}')).toEqual(['message'])
  expect(places('{rule: "a\\n&& b"}')).toEqual(['message'])
  expect(places('{rule: "true", reason: Because}')).toEqual(['reason'])
  for (const path of ['.ghost', 'b', '.b.c', '.', ' .b']) {
    expect(places(`{rule: "true", fieldPath: "${path}"}`)).toEqual(['fieldPath'])
  }
})
