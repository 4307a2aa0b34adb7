import { describe, expect, test } from 'vitest'
import { run } from './run'
import { effectiveLabels, groupId, schedule, splitOutput, squash } from './schedule'
import { around, configure, destination, foreignFiles, request, runOne, wrote } from './testing'
import type { Destination, WorkloadGroup } from './types'

const landings = (groups: readonly WorkloadGroup[]) =>
  groups.flatMap(({ destinations }) =>
    destinations.flatMap(({ paths }) => paths.map(({ path }) => path)),
  )

const delivery = (
  destinations: readonly Destination[],
  type: 'resource' | 'promise' = 'resource',
) => ({
  ...{ type, promise: 'redis', request: type === 'promise' ? '' : 'cache' },
  ...{ namespace: 'team-a', pipeline: 'one', destinations },
})
const files = { directory: '.', files: ['a.yaml'], labels: undefined }

describe('groups by directory (5.3)', () => {
  test('each listed directory is one, and all else another, which comes last', () => {
    const split = splitOutput(
      ['a.yaml', 'infra/b.yaml', 'infra/deep/c.yaml', 'other/d.yaml'],
      [
        { directory: '.', matchLabels: { x: '1' } },
        { directory: 'infra', matchLabels: { y: '2' } },
      ],
    )
    expect(split).toEqual({
      ok: true,
      value: [
        { directory: 'infra', files: ['infra/b.yaml', 'infra/deep/c.yaml'], labels: { y: '2' } },
        { directory: '.', files: ['a.yaml', 'other/d.yaml'], labels: { x: '1' } },
      ],
    })
  })

  test('a directory that was not written fails the pipeline, and nothing is scheduled', () => {
    const made = runOne(
      { 'a.yaml': 'a: 1\n' },
      { 'destination-selectors.yaml': '- directory: infra\n  matchLabels: { a: b }\n' },
    )
    expect(made.pipelines[0]).toMatchObject({ state: 'failed', written: false })
    expect(made.pipelines[0]?.reason).toContain('infra: no such file or directory')
    expect(made.groups).toEqual([])
  })
})

describe('labels that count (5.4)', () => {
  test('the Promise wins over its workflow, and that over the request’s', () => {
    const labels = effectiveLabels([
      ['promise', { a: 'promise' }],
      ['promise-workflow', { a: 'workflow', b: 'workflow' }],
      ['resource-workflow', { a: 'request', b: 'request', c: 'request' }],
    ])
    expect(labels.map(({ key, value, source }) => [key, value, source])).toEqual([
      ['a', 'promise', 'promise'],
      ['b', 'workflow', 'promise-workflow'],
      ['c', 'request', 'resource-workflow'],
    ])
    expect(labels[0]?.over.map(({ value }) => value)).toEqual(['workflow', 'request'])
  })

  test('of the Promise’s own selectors the earlier item wins (2.1)', () => {
    expect(squash([{ matchLabels: { a: '1' } }, { matchLabels: { a: '2', b: '3' } }])).toEqual({
      a: '1',
      b: '3',
    })
  })

  test('a group with a directory ignores the selectors of the Promise', () => {
    const made = runOne(
      { 'infra/a.yaml': 'a: 1\n', 'b.yaml': 'b: 1\n' },
      { 'destination-selectors.yaml': '- directory: infra\n  matchLabels: { tier: infra }\n' },
      {
        destinations: [
          destination('infra', { tier: 'infra' }),
          destination('dev', { environment: 'dev' }),
        ],
      },
    )
    expect(
      made.groups.map(({ labels }) => labels.map(({ key, value }) => `${key}=${value}`)),
    ).toEqual([['tier=infra'], ['environment=dev']])
    expect(made.groups.map((group) => group.destinations.map((one) => one.destination))).toEqual([
      ['infra'],
      ['dev'],
    ])
  })

  test('the promise workflow’s entry for the rest counts for requests (5.10)', () => {
    const steps = [
      { type: 'promise', action: 'configure', pipeline: 'p', container: 'x' },
      configure('one', 'a'),
    ]
    const made = run(
      foreignFiles(steps),
      request(),
      around({
        recorded: {
          'promise/configure/p/x': wrote(
            { 'b.yaml': 'b: 1\n' },
            { 'destination-selectors.yaml': '- matchLabels: { zone: eu, environment: prod }\n' },
          ),
          'resource/configure/one/a': wrote(
            { 'a.yaml': 'a: 1\n' },
            { 'destination-selectors.yaml': '- matchLabels: { zone: us }\n' },
          ),
        },
      }),
      () => 0,
    )
    const [group] = made.groups
    expect(group?.labels.map(({ key, value, source }) => [key, value, source])).toEqual([
      ['environment', 'dev', 'promise'],
      ['zone', 'eu', 'promise-workflow'],
    ])
    expect(group?.certain).toBe(true)
  })

  test('labels are not certain while the promise workflow is not known', () => {
    const steps = [
      { type: 'promise', action: 'configure', pipeline: 'p', container: 'x' },
      configure('one', 'a'),
    ]
    const recorded = { 'resource/configure/one/a': wrote({ 'a.yaml': 'a: 1\n' }) }
    const made = run(foreignFiles(steps), request(), around({ recorded }), () => 0)
    expect(made.groups[0]?.certain).toBe(false)
  })
})

describe('Destinations that match (5.4)', () => {
  const named = (wanted: Record<string, string>, destinations: readonly Destination[]) =>
    schedule(files, [['promise', wanted]], true, delivery(destinations)).destinations.map(
      ({ destination: name }) => name,
    )

  test('all labels must be there with their values; others do no harm', () => {
    const destinations = [
      destination('both', { a: '1', b: '2', c: '3' }),
      destination('one', { a: '1' }),
      destination('other', { a: '2', b: '2' }),
    ]
    expect(named({ a: '1', b: '2' }, destinations)).toEqual(['both'])
  })

  test('without selectors any does, but for labelled ones that take matches only', () => {
    const strict = { strictMatchLabels: true }
    const destinations = [
      destination('bare'),
      destination('labelled', { a: '1' }),
      destination('strict', { a: '1' }, strict),
      destination('strict-bare', {}, strict),
    ]
    expect(named({}, destinations)).toEqual(['bare', 'labelled', 'strict-bare'])
    expect(named({ a: '1' }, destinations)).toEqual(['labelled', 'strict'])
  })

  test('without a match the Work stays pending, and the request says so', () => {
    const made = runOne({ 'a.yaml': 'a: 1\n' }, {}, { destinations: [destination('x')] })
    expect(made.groups[0]?.destinations).toEqual([])
    expect(made.status.conditions).toContainEqual(
      expect.objectContaining({
        type: 'WorksSucceeded',
        status: 'Unknown',
        reason: 'WorksPending',
      }),
    )
  })
})

test('Destinations are invented for all labels that files ask for, until the user says which', () => {
  const made = runOne(
    { 'infra/a.yaml': 'a: 1\n', 'b.yaml': 'b: 1\n' },
    { 'destination-selectors.yaml': '- directory: infra\n  matchLabels: { tier: infra }\n' },
    { destinations: undefined },
  )
  expect(made.destinations.map(({ name, labels }) => [name, labels])).toEqual([
    ['worker', { environment: 'dev' }],
    ['worker-2', { tier: 'infra' }],
  ])
  expect(made.groups.map((group) => group.destinations[0]?.destination)).toEqual([
    'worker-2',
    'worker',
  ])
})

describe('paths on a Destination (5.4)', () => {
  test('nestedByMetadata: namespace, Promise, request, pipeline and the group', () => {
    expect(groupId('.')).toBe('5058f')
    const made = runOne({ 'deep/a.yaml': 'a: 1\n' })
    expect(landings(made.groups)).toEqual([
      'worker/resources/team-a/redis/cache/one/5058f/deep/a.yaml',
    ])
  })

  test('what the Promise sends lies below dependencies', () => {
    const group = schedule(files, [], true, delivery([destination('w')], 'promise'))
    expect(landings([group])).toEqual(['w/dependencies/redis/one/5058f/a.yaml'])
  })

  test('none: the paths of the output as they are', () => {
    const made = runOne(
      { 'deep/a.yaml': 'a: 1\n' },
      {},
      { destinations: [destination('w', { environment: 'dev' }, { mode: 'none' })] },
    )
    expect(landings(made.groups)).toEqual(['w/deep/a.yaml'])
  })

  test('aggregatedYAML: one file for all', () => {
    const made = runOne(
      { 'a.yaml': 'a: 1\n', 'b.txt': 'b' },
      {},
      { destinations: [destination('w', { environment: 'dev' }, { mode: 'aggregatedYAML' })] },
    )
    expect(landings(made.groups)).toEqual(['w/aggregated.yaml', 'w/aggregated.yaml'])
    expect(made.warnings.map(({ kind }) => kind)).toEqual(['not-yaml'])
  })

  test('with a pipelineNamespace the files lie below that (2.1)', () => {
    const promise = foreignFiles([configure('one', 'a')], (value) => {
      const spec = value.spec as { workflows: Record<string, unknown> }
      spec.workflows.config = { pipelineNamespace: 'pipelines' }
    })
    const recorded = { 'resource/configure/one/a': wrote({ 'a.yaml': 'a: 1\n' }) }
    const made = run(promise, request(), around({ recorded }), () => 0)
    expect(landings(made.groups)).toEqual([
      'worker/resources/pipelines/redis/cache/one/5058f/a.yaml',
    ])
  })
})

describe('files that get in each other’s way (5.2)', () => {
  const flat = [destination('w', { environment: 'dev' }, { mode: 'none' })]

  test('in mode none a name must hold namespace and name of the request', () => {
    const warned = (file: string) =>
      runOne({ [file]: 'a: 1\n' }, {}, { destinations: flat }).warnings.map(
        ({ message }) => message,
      )
    expect(warned('x-team-a-cache.yaml')).toEqual([])
    expect(warned('x.yaml')[0]).toContain('does not hold the namespace and name')
    expect(warned('x-cache.yaml')[0]).toContain('does not hold the namespace of')
  })

  test('two pipelines that write the same file there are told', () => {
    const file = { 'a-team-a-cache.yaml': 'a: 1\n' }
    const made = run(
      foreignFiles([configure('one', 'a'), configure('two', 'b')]),
      request(),
      around({
        destinations: flat,
        recorded: {
          'resource/configure/one/a': wrote(file),
          'resource/configure/two/b': wrote(file),
        },
      }),
      () => 0,
    )
    expect(made.warnings.map(({ kind }) => kind)).toEqual(['same-file'])
  })

  test('nested by metadata they cannot', () => {
    expect(runOne({ 'x.yaml': 'a: 1\n' }).warnings).toEqual([])
  })
})
