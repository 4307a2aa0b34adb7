import { expect, test } from 'vitest'
import { importInput } from '.'
import { folderInput, PROMISE, reasons, succeeded } from './testing'

const several = folderInput({
  'README.md': '',
  'promises/kafka/deep/promise.yaml': PROMISE.replace('redis', 'kafka'),
  'promises/redis/promise.yaml': PROMISE,
  'promises/redis/resources/promise.yaml': PROMISE,
})

test('several Promises are a choice; the shallowest is suggested, parts of one are none', () => {
  const imported = importInput(several)
  if (imported.kind !== 'choice') throw new Error(imported.kind)
  expect(imported.choices).toEqual([
    {
      id: 'promises/redis/promise.yaml',
      name: 'redis',
      path: 'promises/redis/promise.yaml',
      reason: 'It lies nearest to the root.',
    },
    {
      id: 'promises/kafka/deep/promise.yaml',
      name: 'kafka',
      path: 'promises/kafka/deep/promise.yaml',
    },
  ])
})

test.each(['promises/redis/promise.yaml', 'promises/redis', 'promises/redis/', 'redis'])(
  'the chosen Promise %j is the root, and what lies outside is reported',
  (promise) => {
    const { files, report } = succeeded(importInput(several, { promise }))
    expect([...files.keys()]).toEqual(['promise.yaml', 'resources/promise.yaml'])
    expect(report.root).toBe('promises/redis')
    expect(report.items.map(({ path, fate, reason }) => [path, fate, reason])).toEqual([
      ['README.md', 'skipped', 'It lies outside of promises/redis/, where the Promise is.'],
      [
        'promises/kafka/deep/promise.yaml',
        'skipped',
        'It lies outside of promises/redis/, where the Promise is.',
      ],
    ])
  },
)

test('a choice that is none is refused, with those that are', () => {
  expect(reasons(importInput(several, { promise: 'mongo' }))).toEqual([
    'import-no-choice: "mongo" names no Promise of redis; there are promises/redis/promise.yaml, promises/kafka/deep/promise.yaml',
  ])
})

test('a Promise beside the first in its folder is a choice; one among manifests is a part', () => {
  const repository = {
    'promise.yaml': PROMISE,
    'workflows/promise/configure/dependencies/configure-deps/resources/promise.yaml': PROMISE,
    'tests/promise.yaml': PROMISE,
  }
  expect(importInput(folderInput(repository)).kind).toBe('ok')
  const more = { ...repository, 'kafka/promise.yaml': PROMISE }
  expect(importInput(folderInput(more)).kind).toBe('choice')
})

test('of 5,000 folders with a Promise each the first 200 are offered', () => {
  const paths = Array.from({ length: 5000 }, (_, i) => [`p${i}/resources/promise.yaml`, PROMISE])
  const imported = importInput(folderInput(Object.fromEntries(paths)))
  if (imported.kind !== 'choice') throw new Error(imported.kind)
  expect(imported.choices).toHaveLength(200)
})

test('a Promise of another file name becomes promise.yaml', () => {
  const { files, report, remarks } = succeeded(
    importInput(folderInput({ 'redis.yml': PROMISE, 'request.yaml': 'kind: Redis\n' })),
  )
  expect([...files.keys()]).toEqual(['promise.yaml', 'request.yaml'])
  expect(report.promise).toBe('redis.yml')
  expect([...remarks]).toEqual([['promise.yaml', 'It was taken as promise.yaml.']])
})

test.each(['tests', 'examples/small'])(
  'a Promise of another name beside %s/promise.yaml is found',
  (folder) => {
    const imported = importInput(
      folderInput({
        'redis-promise.yaml': PROMISE,
        [`${folder}/promise.yaml`]: PROMISE.replace('redis', 'mock'),
      }),
    )
    if (imported.kind === 'choice') {
      const { id, name } = imported.choices[0]
      expect([id, name]).toEqual(['redis-promise.yaml', 'redis'])
      expect(imported.choices).toHaveLength(2)
    } else expect(succeeded(imported).report.promise).toBe('redis-promise.yaml')
  },
)

const CRD = 'kind: CustomResourceDefinition\nspec: {names: {kind: Kafka}}\n'

test('a folder of the split layout is a Promise, beside others', () => {
  const split = {
    'kafka/api.yaml': CRD,
    'kafka/dependencies.yaml': '',
    'kafka/workflows/resource/configure/workflow.yaml': '[]\n',
  }
  const { files, report } = succeeded(importInput(folderInput(split)))
  expect([...files.keys()].sort()).toEqual([
    'api.yaml',
    'dependencies.yaml',
    'workflows/resource/configure/workflow.yaml',
  ])
  expect(report.root).toBe('kafka')
  const both = importInput(folderInput({ ...split, 'redis/promise.yaml': PROMISE }))
  if (both.kind !== 'choice') throw new Error(both.kind)
  expect(both.choices.map(({ id, name }) => [id, name])).toEqual([
    ['kafka/api.yaml', 'kafka'],
    ['redis/promise.yaml', 'redis'],
  ])
})

test('a folder without a Promise says so, and why an api.yaml alone is none', () => {
  expect(reasons(importInput(folderInput({ 'a.yaml': 'kind: Redis\n' })))).toEqual([
    'import-no-promise: redis holds no promise.yaml',
  ])
  expect(reasons(importInput(folderInput({ 'api.yaml': '' })))[0]).toContain('api.yaml')
})
