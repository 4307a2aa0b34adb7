import { expect, test } from 'vitest'
import { promiseType } from './promise-type'
import { fixed, GOOD, report, spoilt } from './testing'

test('apiVersion and kind are those of a Promise; the fix sets them', () => {
  expect(report(promiseType, GOOD)).toEqual([])
  const text = spoilt(['kind: Promise\n', ''], ['platform.kratix.io/v1alpha1', 'v1'])
  expect(report(promiseType, text)).toEqual([
    'error apiVersion: apiVersion is "v1"; a Promise has "platform.kratix.io/v1alpha1".',
    'error kind: kind is missing; a Promise has "Promise".',
  ])
  expect(fixed(promiseType, text).left).toEqual([])
})

test('spec is a map', () => {
  const text = 'apiVersion: platform.kratix.io/v1alpha1\nkind: Promise\nspec: []\n'
  expect(report(promiseType, text)).toEqual(['error spec: spec must be a map.'])
})
