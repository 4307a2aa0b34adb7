import { expect, test } from 'vitest'
import { GOOD, reportSchemaUpdate, reportUpdate, spoilt } from './testing'
import { updateFields } from './update-fields'

const object = (properties: string, more = '') =>
  `{type: object, properties: {${properties}}${more}}`

test('a field that is gone takes its values along, at any depth', () => {
  const before = object(
    `size: {type: string}, ports: {type: array, items: ${object('name: {type: string}, port: {type: integer}')}}`,
  )
  const now = object(
    `scale: {type: string}, ports: {type: array, items: ${object('port: {type: integer}')}}`,
  )
  expect(reportSchemaUpdate(updateFields, before, now)).toEqual([
    'properties.size: spec.size is gone (a new name is another field), so what they hold of it is lost without a word.',
    'properties.ports.items.properties.name: spec.ports[].name is gone (a new name is another field), so what they hold of it is lost without a word.',
  ])
  expect(
    reportSchemaUpdate(
      updateFields,
      now,
      object(
        `scale: {type: string}, more: {type: string}, ports: {type: array, items: ${object('port: {type: integer}')}}`,
      ),
    ),
  ).toEqual([])
})

test('an open object keeps what it does not name', () => {
  const open = object('', ', x-kubernetes-preserve-unknown-fields: true')
  expect(reportSchemaUpdate(updateFields, object('size: {type: string}'), open)).toEqual([])
})

test('what the API server describes itself may go from the root', () => {
  const at = ' '.repeat(16)
  const own = ['apiVersion: {type: string}', 'kind: {type: string}', 'metadata: {type: object}']
  const before = spoilt([`${at}spec:`, `${own.map((line) => `${at}${line}\n`).join('')}${at}spec:`])
  expect(reportUpdate(updateFields, before, GOOD)).toEqual([])
})
