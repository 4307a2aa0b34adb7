import { expect, test } from 'vitest'
import { readPromise } from '@/lib/promise/read'
import { closedVersions, keyOf, outlineOf, rowOf, rowsOf } from './outline-tree'

const version = (name: string, storage: boolean, ...names: readonly string[]) => {
  const properties = Object.fromEntries(names.map((one) => [one, { type: 'string' }]))
  const spec = { type: 'object', properties }
  const openAPIV3Schema = { type: 'object', properties: { spec } }
  return { name, served: true, storage, schema: { openAPIV3Schema } }
}
const view = (...versions: readonly object[]) =>
  readPromise({ spec: { api: { kind: 'CustomResourceDefinition', spec: { versions } } } })
const labels = (of: ReturnType<typeof view>, shown?: number) => {
  const closed = closedVersions(of, of.api?.versions[shown ?? -1])
  return rowsOf(outlineOf(of, [], 0), (key) => closed.has(key))
    .filter(({ node }) => node.section === 'api')
    .map(
      ({ node, level }) =>
        `${'-'.repeat(level - 1)}${node.label}${node.hint ? ` (${node.hint})` : ''}`,
    )
}

test('an API with one version shows its properties below spec', () => {
  expect(labels(view(version('v1', true, 'a')), 0)).toEqual(['API (1)', '-spec', '--a (string)'])
})

test('versions are branches, of which the one that is edited is open', () => {
  const of = view(version('v1', false, 'a'), version('v2', true, 'a', 'b'))
  expect(labels(of, 0)).toEqual(['API (2 versions)', '-v1', '--a (string)', '-v2 (stored)'])
  expect(labels(of, 1).slice(1)).toEqual(['-v1', '-v2 (stored)', '--a (string)', '--b (string)'])
})

test('a place in a version that is closed is found at its branch', () => {
  const of = view(version('v1', false, 'a'), version('v2', true, 'b'))
  const closed = closedVersions(of, of.api?.versions[1])
  const rows = rowsOf(outlineOf(of, [], 0), (key) => closed.has(key))
  const keys = new Map(rows.map(({ node }, i) => [node.key, i]))
  const [first] = of.api?.versions ?? []
  const at = [...(first?.schemaPath ?? []), 'properties', 'spec', 'properties', 'a']
  expect(rows[rowOf(keys, at)]?.node.key).toBe(keyOf(first?.path ?? []))
})
