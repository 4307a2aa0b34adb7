import { expect, test } from 'vitest'
import { containerEnv } from './container-env'
import { reportContainer } from './testing'

const said = (fields: string) => reportContainer(containerEnv, fields)

test('variables have names', () => {
  expect(said('env: [{name: A, value: b}, {name: my.env-1}]')).toEqual([])
  expect(said('env: [{value: b}, {name: "a=b"}]')).toEqual([
    'env[0].name: The name of a variable is missing.',
    'env[1].name: The name of a variable "a=b" must consist only of printable ASCII characters other than "=".',
  ])
})

test('a variable has a value or one whole source', () => {
  expect(
    said(
      'env: [{name: A, valueFrom: {secretKeyRef: {name: s, key: k}}}, {name: B, valueFrom: {fieldRef: {fieldPath: metadata.name}}}]',
    ),
  ).toEqual([])
  expect(said('env: [{name: A, valueFrom: {}}]')[0]).toContain('env[0].valueFrom: ')
  expect(
    said('env: [{name: A, value: x, valueFrom: {secretKeyRef: {name: s, key: k}}}]')[0],
  ).toContain('may not be specified')
  expect(
    said('env: [{name: A, valueFrom: {secretKeyRef: {name: S, key: ..k}}}]').map(
      (line) => line.split(':')[0],
    ),
  ).toEqual(['env[0].valueFrom.secretKeyRef.name', 'env[0].valueFrom.secretKeyRef.key'])
  expect(said('env: [{name: A, valueFrom: {fieldRef: {fieldPath: status.phase}}}]')[0]).toContain(
    'Unsupported value "status.phase"',
  )
  expect(said('env: [{name: A, valueFrom: {resourceFieldRef: {resource: cpu}}}]')[0]).toContain(
    '"limits.cpu"',
  )
})

test('envFrom names one of two', () => {
  expect(said('envFrom: [{configMapRef: {name: c}}, {prefix: P_, secretRef: {name: s-}}]')).toEqual(
    [],
  )
  expect(
    said('envFrom: [{}, {configMapRef: {name: c}, secretRef: {name: s}}, {secretRef: {}}]'),
  ).toHaveLength(3)
})
