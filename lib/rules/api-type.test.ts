import { expect, test } from 'vitest'
import { apiType } from './api-type'
import { fixed, GOOD, report, spoilt } from './testing'

test('the API is a CRD; the fix makes it one', () => {
  expect(report(apiType, GOOD)).toEqual([])
  const text = spoilt(
    ['    apiVersion: apiextensions.k8s.io/v1\n', ''],
    ['CustomResourceDefinition', 'Crd'],
  )
  expect(report(apiType, text)).toEqual([
    'error spec.api.apiVersion: apiVersion of the API is missing; it must be "apiextensions.k8s.io/v1".',
    'error spec.api.kind: kind of the API is "Crd"; it must be "CustomResourceDefinition".',
  ])
  expect(fixed(apiType, text).left).toEqual([])
})

test('a Promise may have no API, but not one that is no map', () => {
  expect(report(apiType, 'kind: Promise\nspec: {}\n')).toEqual([])
  expect(report(apiType, 'kind: Promise\nspec: {api: x}\n')).toEqual([
    'error spec.api: The API must be a map, not "x".',
  ])
})
