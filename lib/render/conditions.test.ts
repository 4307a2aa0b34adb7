import { describe, expect, test } from 'vitest'
import { checkTemplate } from './check-template'
import { absentUnder, withOptional } from './conditions'
import { mergeDestinations } from './destinations'
import { renderStep } from './render-step'
import type { Condition, DestinationSelector, RenderInput, RenderValue } from './types'

const value: RenderValue = {
  name: 'x',
  source: { kind: 'spec', path: ['x'] },
  type: undefined,
  default: undefined,
  map: undefined,
}

function step(conditions: Record<string, Condition>, more: Partial<RenderInput> = {}): RenderInput {
  return {
    type: 'resource',
    values: withOptional([value], conditions),
    status: { success: {}, failure: {} },
    templates: [
      { path: 'a/one.yaml', text: 'x: ${x}\n' },
      { path: 'two.yaml', text: 'kind: Other\n---\nmetadata:\n' },
    ],
    conditions,
    ...more,
  }
}

const request = (spec: object) => ({ metadata: { name: 'n', namespace: 's' }, spec })

/** Paths of what is written, or the reason. */
function written(input: RenderInput, spec: object): unknown {
  const rendered = renderStep(input, request(spec))
  return rendered.ok ? rendered.files.map(({ path }) => path) : rendered.reason
}

const both = ['a/one-s-n.yaml', 'two-s-n.yaml']

describe('a condition', () => {
  test('lets a template be written only when the value is one of some, type included', () => {
    const one = step({ 'a/one.yaml': { value: 'x', oneOf: [true, 'small'] } })
    expect(written(one, { x: true })).toEqual(both)
    expect(written(one, { x: 'small' })).toEqual(both)
    expect(written(one, { x: 'true' })).toEqual(['two-s-n.yaml'])
    expect(written(one, { x: 1 })).toEqual(['two-s-n.yaml'])
    expect(written(one, {})).toBe('spec.x is missing and has no default')
  })

  test('that asks whether a value is there makes its absence no fault', () => {
    const present = step({ 'a/one.yaml': { value: 'x', present: true } })
    expect(written(present, { x: 0 })).toEqual(both)
    expect(written(present, { x: null })).toEqual(['two-s-n.yaml'])
    const absent = step({ 'two.yaml': { value: 'x', present: false } })
    expect(written(absent, { x: 0 })).toEqual(['a/one-s-n.yaml'])
    expect(written(absent, {})).toBe('a/one.yaml: ${x} is missing and has no default')
  })

  test('on a value that the step does not have is a fault', () => {
    const unknown = step({ 'two.yaml': { value: 'y', present: false } })
    expect(written(unknown, { x: 1 })).toBe('two.yaml: ${y} names no value of this step')
  })

  test('is needed where a template uses a value that may be absent', () => {
    const judge = (condition: Condition | undefined) =>
      checkTemplate('t.yaml', 'x: ${x}\n', ['x'], absentUnder(condition, ['x'])).length
    expect(judge(undefined)).toBe(1)
    expect(judge({ value: 'x', present: false })).toBe(1)
    expect(judge({ value: 'other', present: true })).toBe(1)
    expect(judge({ value: 'x', present: true })).toBe(0)
    expect(judge({ value: 'x', oneOf: [1] })).toBe(0)
  })
})

describe('destinations', () => {
  const destinations: readonly DestinationSelector[] = [
    { directory: '', matchLabels: { size: '${x}', odd: '1e3' } },
    { directory: 'a', matchLabels: { env: 'prod' } },
  ]
  const conditions = { 'a/one.yaml': { value: 'x', oneOf: ['on'] } }

  test('hold values as text, and leave out folders in which nothing is written', () => {
    const chosen = (x: unknown) => {
      const rendered = renderStep(step(conditions, { destinations }), request({ x }))
      return rendered.ok ? rendered.destinations : rendered.reason
    }
    expect(chosen('on')).toEqual([
      { directory: '', matchLabels: { size: 'on', odd: '1e3' } },
      destinations[1],
    ])
    expect(chosen(0.5)).toEqual([{ directory: '', matchLabels: { size: '0.5', odd: '1e3' } }])
    expect(chosen(true)).toEqual([{ directory: '', matchLabels: { size: 'true', odd: '1e3' } }])
    expect(chosen('a b')).toBe('destination label size: "a b" is not a valid label value')
    expect(chosen(-1)).toBe('destination label size: -1 is not a valid label value')
    expect(chosen('x'.repeat(64))).toContain('is not a valid label value')
  })

  test('come together with those of an earlier container, label by label', () => {
    const earlier: readonly DestinationSelector[] = [
      { directory: './a/', matchLabels: { env: 'dev', zone: '1' } },
      { directory: 'b', matchLabels: { q: 'r' } },
    ]
    expect(mergeDestinations(earlier, destinations)).toEqual([
      { directory: './a/', matchLabels: { env: 'prod', zone: '1' } },
      { directory: 'b', matchLabels: { q: 'r' } },
      destinations[0],
    ])
  })
})

describe('components', () => {
  const of = (text: string) => {
    const components = { promise: 'app', templates: ['c.yaml'] }
    const input = step({}, { templates: [{ path: 'c.yaml', text }], components })
    const rendered = renderStep(input, request({ x: 'metadata' }))
    return rendered.ok ? rendered.files.flatMap(({ documents }) => documents) : rendered.reason
  }

  test('are labelled as parts of the request; labels of the template stay', () => {
    expect(of('kind: A\n---\nmetadata:\n  labels: {kratix.io/parent-promise-name: own}\n')).toEqual(
      [{ kind: 'A', metadata: { labels: labels('app') } }, { metadata: { labels: labels('own') } }],
    )
  })

  test('need a place for labels', () => {
    const reason = 'c.yaml: metadata and metadata.labels of a component must be maps'
    for (const text of ['- a\n', 'metadata: ${x}\n', 'metadata: {labels: []}\n']) {
      expect(of(text)).toBe(reason)
    }
  })

  function labels(parent: string) {
    return {
      'kratix.io/component-of-promise-name': 'app',
      'kratix.io/component-of-resource-name': 'n',
      'kratix.io/component-of-resource-namespace': 's',
      'kratix.io/parent-promise-name': parent,
      'kratix.io/parent-resource-name': 'n',
      'kratix.io/parent-resource-namespace': 's',
    }
  }
})
