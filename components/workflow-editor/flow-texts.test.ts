import { expect, test } from 'vitest'
import { WORKFLOWS } from '@/lib/promise/workflows'
import { flowText, writesOf } from './flow-texts'

test('a configure workflow ends at the Destinations, by a Work; a delete workflow writes nothing', () => {
  const ends = WORKFLOWS.map((workflow) => flowText(workflow, ['environment=dev']))
  expect(ends.map(({ input, after }) => [...input, ...after.flat()].join(' | '))).toEqual([
    'Promise | object.yaml | Work | /kratix/output | all Destinations | environment=dev',
    'request | object.yaml | Work | /kratix/output | one Destination | environment=dev',
    'request | object.yaml | nothing is kept | of what they write | Kratix removes | Works and files',
    'Promise | object.yaml | nothing is kept | of what they write | Kratix removes | Works and files',
  ])
  expect(ends[1]?.sentence).toContain('one Destination with environment=dev')
  expect(flowText(WORKFLOWS[0], []).after.at(-1)).toEqual(['all Destinations', 'any labels'])
})

test('what a step writes is said only as far as it is known', () => {
  const ref = { type: 'resource', action: 'configure', pipeline: 0, step: 0 } as const
  const status = { success: { message: 'done' }, failure: {} }
  const render = { kind: 'render', language: 'go', values: {}, status } as const
  expect(writesOf({ kind: 'render', settings: render, ref })).toBe('writes output, status')
  expect(writesOf({ kind: 'image', settings: undefined, ref })).toBe('writes as its image says')
  expect(writesOf({ kind: 'custom', settings: undefined, ref: { ...ref, action: 'delete' } })).toBe(
    'cleans up',
  )
})
