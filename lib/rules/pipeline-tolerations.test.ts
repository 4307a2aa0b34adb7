import { expect, test } from 'vitest'
import { pipelineTolerations } from './pipeline-tolerations'
import { reportPipeline } from './testing'

const said = (toleration: string) =>
  reportPipeline(pipelineTolerations, `tolerations: [{${toleration}}]`).map(
    (line) => line.split(':')[0],
  )

test('key, operator, value and effect go together', () => {
  expect(said('operator: Exists')).toEqual([])
  expect(said('key: k, value: v, effect: NoExecute, tolerationSeconds: 5')).toEqual([])
  expect(said('operator: Equal')).toEqual(['tolerations[0].operator'])
  expect(said('key: k, operator: Exists, value: v')).toEqual(['tolerations[0].operator'])
  expect(said('key: a b, effect: x, operator: z')).toEqual([
    'tolerations[0].key',
    'tolerations[0].operator',
    'tolerations[0].effect',
  ])
  expect(said('key: k, tolerationSeconds: 5')).toEqual(['tolerations[0].effect'])
})
