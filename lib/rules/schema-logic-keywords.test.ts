import { expect, test } from 'vitest'
import { schemaLogicKeywords } from './schema-logic-keywords'
import { GOOD, report, reportSchema } from './testing'

const places = (schema: string) =>
  reportSchema(schemaLogicKeywords, `type: object\nproperties:\n${schema}`).map((line) =>
    line.split(':')[0]?.replace('error properties.', ''),
  )

test('below logic stand conditions alone', () => {
  expect(report(schemaLogicKeywords, GOOD)).toEqual([])
  expect(
    places('  a: {type: object, oneOf: [{required: [a]}, {properties: {a: {minLength: 1}}}]}\n'),
  ).toEqual([])
  expect(
    places(
      '  a: {type: string, oneOf: [{type: string, default: "", title: ""}], not: {nullable: true}}\n',
    ),
  ).toEqual(['a.not.nullable', 'a.oneOf[0].type', 'a.oneOf[0].default'])
  expect(
    places(
      '  a: {type: object, allOf: [{additionalProperties: {}, properties: {metadata: {}}}]}\n',
    ),
  ).toEqual(['a.allOf[0].additionalProperties', 'a.allOf[0].properties.metadata'])
})

test('the one pair of types that says int-or-string may stand, in its order', () => {
  const pair = 'anyOf: [{type: integer}, {type: string}]'
  expect(places(`  a: {x-kubernetes-int-or-string: true, ${pair}}\n`)).toEqual([])
  expect(
    places(`  a: {x-kubernetes-int-or-string: true, allOf: [{${pair}}, {pattern: a}]}\n`),
  ).toEqual([])
  expect(
    places(`  a: {x-kubernetes-int-or-string: true, allOf: [{pattern: a}, {${pair}}]}\n`),
  ).toHaveLength(2)
  expect(places('  a: {type: string, anyOf: [{type: string}, {type: integer}]}\n')).toHaveLength(2)
  expect(
    places('  a: {type: string, anyOf: [{type: integer}, {type: string, minLength: 1}]}\n'),
  ).toHaveLength(2)
  for (const more of ['items: {}', 'required: []', 'default: ""', 'properties: {}']) {
    expect(
      places(`  a: {type: string, anyOf: [{type: integer, ${more}}, {type: string}]}\n`).length,
    ).toBeGreaterThan(1)
  }
  for (const more of [
    'items: []',
    'items: x',
    'enum: []',
    'nullable: false',
    'title: ""',
    'regex: a',
  ]) {
    expect(
      places(`  a: {type: string, anyOf: [{type: integer, ${more}}, {type: string}]}\n`),
    ).toEqual([])
  }
})
