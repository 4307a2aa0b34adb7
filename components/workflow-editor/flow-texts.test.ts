import { expect, test } from 'vitest'
import type { StepSettings } from '@/lib/promise/settings'
import { WORKFLOWS } from '@/lib/promise/workflows'
import { afterSteps, flowText, writesOf } from './flow-texts'

test('a configure workflow ends at the Destinations, by a Work; a delete workflow makes none', () => {
  const ends = WORKFLOWS.map((workflow) => flowText(workflow, ['environment=dev']))
  expect(ends.map(({ input, after }) => [...input, ...after.flat()].join(' | '))).toEqual([
    'Promise | object.yaml | Work | /kratix/output | all Destinations | environment=dev',
    'request | object.yaml | Work | /kratix/output | one Destination | environment=dev',
    'request | object.yaml | no Work | of /kratix/output | Kratix removes | Works and files',
    'Promise | object.yaml | no Work | of /kratix/output | Kratix removes | Works and files',
  ])
  expect(ends[1]?.sentence).toContain('one Destination with environment=dev')
  expect(flowText(WORKFLOWS[0], []).after.at(-1)).toEqual(['all Destinations', 'any labels'])
})

test('what the steps of a pipeline ask of their Destinations is drawn, too', () => {
  const settings: StepSettings = {
    ...{ kind: 'render', language: 'go', values: {} },
    status: { success: {}, failure: {} },
    destinationSelectors: [
      { matchLabels: { environment: 'prod', size: '${size}' } },
      { directory: 'edge', matchLabels: { zone: 'edge' } },
    ],
  }
  const request = WORKFLOWS.find(
    ({ type, action }) => type === 'resource' && action === 'configure',
  )
  if (!request) throw new Error('there is no such workflow')
  const ends = (labels: string[]) => afterSteps(request, labels, [{ settings }]).at(-1)
  expect(ends(['environment=dev'])?.[1]).toBe('environment=dev, size=${size}; 1 folder elsewhere')
  expect(ends([])?.[1]).toBe('environment=prod, size=${size}; 1 folder elsewhere')
  expect(afterSteps(request, [], [])).toEqual(flowText(request, []).after)
})

test('of what a delete workflow writes, its metadata counts but for the selectors', () => {
  const deletes = WORKFLOWS.filter(({ action }) => action === 'delete')
  const [ofRequest, ofPromise] = deletes.map((workflow) => flowText(workflow, []).sentence)
  for (const sentence of [ofRequest, ofPromise]) {
    expect(sentence).toContain('/kratix/output and destination-selectors.yaml are ignored')
    expect(sentence).toContain('workflow-control.yaml can make the deletion wait')
  }
  expect(ofRequest).toContain('status.yaml becomes the status of the request')
  expect(ofPromise).toContain('the message of status.yaml becomes that of the Promise')
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
