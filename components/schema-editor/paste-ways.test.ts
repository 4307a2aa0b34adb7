import { expect, test } from 'vitest'
import { beginning, pasteWays } from './paste-ways'

test('a text that holds no properties goes where its kind is read, likeliest first', () => {
  expect(pasteWays('size: small\nreplicas: 3\n')[0]).toBe('sample')
  expect(pasteWays('[1, 2]')[0]).toBe('sample')
  expect(pasteWays('{"openapi": "3.0.0", "paths": {}}')[0]).toBe('schema')
  expect(pasteWays('properties:\n  a b: {type: string}\n')[0]).toBe('schema')
  expect(pasteWays('kind: CustomResourceDefinition\nspec: {}\n')[0]).toBe('crd')
  expect(pasteWays('{\n  "kind": "CustomResourceDefinition",\n')[0]).toBe('crd')
  expect(pasteWays('some words, of no use')[0]).toBe('lines')
  expect(pasteWays('a: [')[0]).toBe('lines')
})

test('of a text its beginning is shown, whatever its size', () => {
  expect(beginning('a\nb\n')).toBe('a\nb')
  expect(beginning('1\n2\n3', 2)).toBe('1\n2\n…')
  expect(beginning('x'.repeat(1_000_000), 2, 10)).toBe(`${'x'.repeat(10)}…`)
  expect(beginning('😀😀😀', 1, 2)).toBe('😀😀…')
})
