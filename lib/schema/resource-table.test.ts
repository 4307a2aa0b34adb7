import { expect, test } from 'vitest'
import { resourceTable } from './resource-table'

const request = {
  apiVersion: 'acme.dev/v1',
  kind: 'Redis',
  metadata: { name: 'example-redis', namespace: 'default' },
  spec: { size: 'small', replicas: 3n, 'a.b': true, until: '2025-01-01T00:00:00Z' },
}
const column = (name: string, type: string, jsonPath: string, priority = 0) => ({
  path: [],
  name,
  type,
  jsonPath,
  jsonPathKey: 'jsonPath' as const,
  format: '',
  description: '',
  priority,
})

test('without columns of its own a version shows those of Kratix', () => {
  expect(resourceTable({ columns: [] }, request)).toBe(
    [
      'NAME            MESSAGE              STATUS',
      'example-redis   Resource requested   Reconciled',
    ].join('\n'),
  )
})

test('columns show what their paths find, and -o wide shows more', () => {
  const columns = [
    column('Size', 'string', '.spec.size'),
    column('replicas', 'integer', '.spec.replicas'),
    column('dotted', 'boolean', '.spec.a\\.b'),
    column('Age', 'date', '.metadata.creationTimestamp'),
    column('until', 'date', '.spec.until', 1),
  ]
  expect(resourceTable({ columns }, request).split('\n')).toEqual([
    'NAME            SIZE    REPLICAS   DOTTED   AGE',
    'example-redis   small   3          true     5m',
  ])
  expect(resourceTable({ columns }, request, { wide: true }).split('\n')[0]).toBe(
    'NAME            SIZE    REPLICAS   DOTTED   AGE   UNTIL',
  )
})

test('what is not there, of another type or not a simple path stays empty', () => {
  const columns = [
    column('none', 'string', '.spec.none'),
    column('text', 'integer', '.spec.size'),
    column('odd', 'string', '.spec[*].x'),
    column('end', 'string', '.metadata.name'),
  ]
  expect(resourceTable({ columns }, request).split('\n')[1]).toBe(
    'example-redis                       example-redis',
  )
  expect(resourceTable({ columns: [] }, undefined).split('\n')[0]).toBe(
    'NAME   MESSAGE              STATUS',
  )
})

test('integers of any size are shown in all their digits', () => {
  const columns = [column('all', 'string', '.spec.all'), column('one', 'integer', '.spec.one')]
  const spec = { all: [9007199254740993n], one: 9007199254740993n }
  expect(resourceTable({ columns }, { ...request, spec }).split('\n')[1]).toMatch(
    /^\S+ +\[9007199254740993\] +9007199254740993$/,
  )
})
