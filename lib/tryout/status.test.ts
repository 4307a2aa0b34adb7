import { describe, expect, test } from 'vitest'
import { run } from './run'
import { merged, patched, starting } from './status'
import { around, conditionsOf, configure, foreignFiles, request, runOne, wrote } from './testing'

const two = foreignFiles([configure('one', 'a'), configure('two', 'b')])
const fedWith = (one: Record<string, string>, second: Record<string, string>, object = request()) =>
  run(
    two,
    object,
    around({
      recorded: {
        'resource/configure/one/a': wrote({ 'a.yaml': 'a: 1\n' }, one),
        'resource/configure/two/b': wrote({ 'b.yaml': 'b: 1\n' }, second),
      },
    }),
    () => 0,
  )

describe('what Kratix makes of the status', () => {
  test('5.5.1: it is Pending when the workflow starts, and the first pipeline reads that', () => {
    const status = starting({ message: 'old' }, 'configure', 'one', true)
    expect(status).toMatchObject({
      message: 'Pending',
      conditions: [
        { type: 'ConfigureWorkflowCompleted', status: 'False', reason: 'PipelinesInProgress' },
      ],
      kratix: { workflows: { pipelines: [{ name: 'one', phase: 'Running' }] } },
    })
    const made = runOne({ 'a.yaml': 'a: 1\n' })
    expect(made.object).toMatchObject({ status: { message: 'Pending' } })
  })

  test('5.5.2: each key replaces the old one; nested maps are not merged, keys never removed', () => {
    const made = fedWith(
      { 'status.yaml': 'db: { host: a, port: 1 }\nkeep: 1\n' },
      { 'status.yaml': 'db: { host: b }\n' },
    )
    expect(made.status).toMatchObject({ keep: 1 })
    expect(made.status.db).toEqual({ host: 'b' })
  })

  test('5.5.2: conditions merge by type', () => {
    const before = {
      conditions: [
        { type: 'A', status: 'True' },
        { type: 'B', status: 'True' },
      ],
    }
    const after = merged(
      before,
      { conditions: [{ type: 'B', status: 'False' }, { type: 'C' }] },
      'resource',
    )
    expect(after.conditions).toEqual([
      { type: 'A', status: 'True' },
      { type: 'B', status: 'False' },
      { type: 'C' },
    ])
  })

  test('5.5.3: the key kratix fails the pipeline after its output was scheduled', () => {
    const made = runOne({ 'a.yaml': 'a: 1\n' }, { 'status.yaml': 'kratix: {}\nhost: x\n' })
    expect(made.pipelines[0]).toMatchObject({ state: 'failed', written: true })
    expect(made.groups).toHaveLength(1)
    expect(made.status).not.toHaveProperty('host')
    expect(made.outcome).toBe('failed')
  })

  test.each(['- a\n', 'a: [\n'])('5.5.3: so does a status.yaml that is %j', (source) => {
    const made = runOne({ 'a.yaml': 'a: 1\n' }, { 'status.yaml': source })
    expect(made.pipelines[0]).toMatchObject({ state: 'failed', written: true })
  })

  test('5.5.4: at the end Pending becomes Resource requested, and the condition true', () => {
    const made = fedWith({}, {})
    expect(made.status.message).toBe('Resource requested')
    expect(conditionsOf(made)).toEqual([
      'ConfigureWorkflowCompleted=True/PipelinesExecutedSuccessfully',
    ])
    expect(made.outcome).toBe('completed')
  })

  test('5.5.4: a message of the workflow’s own stays', () => {
    expect(fedWith({ 'status.yaml': 'message: made\n' }, {}).status.message).toBe('made')
  })

  test('5.5.5: of a promise workflow only the message survives, and the log says so', () => {
    const files = foreignFiles([
      { type: 'promise', action: 'configure', pipeline: 'p', container: 'x' },
    ])
    const fed = (status: string) =>
      run(
        files,
        undefined,
        around({
          workflow: { type: 'promise', action: 'configure' },
          recorded: {
            'promise/configure/p/x': wrote({ 'a.yaml': 'a: 1\n' }, { 'status.yaml': status }),
          },
        }),
        () => 0,
      )
    const made = fed('message: ready\nhost: x\n')
    expect(made.status).toMatchObject({ message: 'ready' })
    expect(made.status).not.toHaveProperty('host')
    expect(made.pipelines[0]?.log[0]).toContain('unsupported keys: host')
    expect(fed('{}\n').status.message).toBe('Promise configured')
  })

  test('5.5.6: status.yaml of a failed pipeline is not read', () => {
    const made = fedWith({ 'status.yaml': 'host: x\n', 'destination-selectors.yaml': '- a\n' }, {})
    expect(made.status).not.toHaveProperty('host')
    expect(made.status.message).toBe('Pending')
    expect(conditionsOf(made)).toEqual(['ConfigureWorkflowCompleted=False/ConfigureWorkflowFailed'])
    expect(made.status.kratix).toEqual({
      workflows: { pipelines: [{ name: 'one', phase: 'Failed' }] },
    })
    expect(made.pipelines.map(({ state }) => state)).toEqual(['failed', 'not-reached'])
  })

  test('5.5.6: a JSON merge patch is deep, and null deletes', () => {
    expect(patched({ a: { b: 1, c: 2 }, d: 1 }, { a: { b: 3 }, d: null })).toEqual({
      a: { b: 3, c: 2 },
    })
  })
})

test('5.1: data goes from pipeline to pipeline through the status only', () => {
  const made = fedWith({ 'status.yaml': 'host: x\n' }, {})
  const [one, second] = made.pipelines
  expect(one?.metadata.map(({ path }) => path)).toEqual(['status.yaml'])
  expect(second?.metadata).toEqual([])
  expect(made.status.host).toBe('x')
})

test('a status that the object has already is merged into', () => {
  const made = fedWith(
    { 'status.yaml': 'b: 2\n' },
    {},
    request(undefined, { status: { a: 1 } }) as never,
  )
  expect(made.status).toMatchObject({ a: 1, b: 2 })
})
