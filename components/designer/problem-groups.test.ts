import { expect, test } from 'vitest'
import { readPromise } from '@/lib/promise/read'
import { GOOD } from '@/lib/rules/testing'
import type { Problem } from '@/lib/store/analysis'
import { parseYaml } from '@/lib/yaml/document'
import { filterProblems, groupProblems, NO_FILTER, placeName } from './problem-groups'

const view = readPromise(parseYaml(GOOD)[0]?.value())
const SCHEMA = 'spec.api.spec.versions.0.schema.openAPIV3Schema'

function problem(at: string, more: Partial<Problem> = {}): Problem {
  const path = at.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step))
  return {
    code: 'schema-types',
    severity: 'error',
    message: 'It has no type.',
    place: { file: 'promise.yaml', path },
    range: undefined,
    fix: undefined,
    suggestions: [],
    ...more,
  }
}

test.each([
  [`${SCHEMA}.properties.spec.properties.size.type`, 'API › spec.size'],
  [`${SCHEMA}.properties.spec.properties.ports.items.properties.name`, 'API › spec.ports[].name'],
  [`${SCHEMA}.properties.properties.properties.x`, 'API › properties.x'],
  ['spec.api.spec.group', 'API'],
  [
    'spec.workflows.resource.configure.0.spec.containers.0.image',
    'Workflows › resource configure › instance › render',
  ],
  ['metadata.name', 'Overview'],
])('%s is called %s', (at, name) => {
  expect(placeName(problem(at), view)).toBe(name)
})

test('a filter asks for all that it names', () => {
  const all = [
    problem('metadata.name', { severity: 'warning', message: 'The name is long.' }),
    problem(`${SCHEMA}.properties.spec.properties.size`),
    problem('', { place: { file: 'README.md', path: [] }, code: 'generated-moved' }),
  ]
  const kept = (filter: Partial<typeof NO_FILTER>) =>
    filterProblems(all, { ...NO_FILTER, ...filter }, view).map((one) => all.indexOf(one))
  expect(kept({})).toEqual([0, 1, 2])
  expect(kept({ severity: 'warning' })).toEqual([0])
  expect(kept({ section: 'files' })).toEqual([2])
  expect(kept({ text: 'SIZE type' })).toEqual([1])
  expect(kept({ text: 'readme' })).toEqual([2])
  expect(kept({ text: 'nothing like it' })).toEqual([])
})

test('problems of one place stand together, in the order of the list', () => {
  const size = `${SCHEMA}.properties.spec.properties.size`
  const groups = groupProblems(
    [problem(`${size}.type`), problem('metadata.name'), problem(`${size}.default`)],
    view,
  )
  expect(groups.map(({ name, problems }) => [name, problems.length])).toEqual([
    ['API › spec.size', 2],
    ['Overview', 1],
  ])
})
