import { expect, test } from 'vitest'
import { schemaMetadata } from './schema-metadata'
import { GOOD, report, reportSchema } from './testing'

test('metadata may restrict names alone', () => {
  expect(report(schemaMetadata, GOOD)).toEqual([])
  const names = `type: object
properties:
  kind: {type: string}
  metadata: {type: object, properties: {name: {type: string, maxLength: 9}, generateName: {type: string}}}
`
  expect(reportSchema(schemaMetadata, names)).toEqual([])
  const labels = `type: object
properties:
  apiVersion: {type: integer}
  metadata: {type: string, description: d, properties: {labels: {type: object}}}
  b:
    type: object
    x-kubernetes-embedded-resource: true
    properties: {kind: {type: object}, metadata: {type: object, description: d}}
`
  expect(reportSchema(schemaMetadata, labels)).toEqual([
    'error properties.apiVersion.type: The type of "apiVersion" must be string, since every object has it so.',
    'error properties.metadata.type: The type of "metadata" must be object, since every object has it so.',
    'error properties.metadata: "metadata" must not specify anything other than name and generateName, but metadata is implicitly specified: "description", "labels" cannot stand here.',
    'error properties.b.properties.kind.type: The type of "kind" must be string, since every object has it so.',
  ])
})
