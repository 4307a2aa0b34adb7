import { expect, test } from 'vitest'
import { setTemplate } from '@/lib/commands/set-template'
import { setValueRow } from '@/lib/commands/set-value-row'
import { afterAll, RENDER, redis } from '@/lib/commands/testing'
import type { ConditionSettings } from '@/lib/promise/settings'
import { conditionValues } from './condition-values'
import { report } from './testing'

const extra = [
  setValueRow(RENDER, 'size', { from: 'spec.size' }),
  setValueRow(RENDER, 'tls', { from: 'spec.tls.enabled' }),
  setValueRow(RENDER, 'team', { label: 'team' }),
]

/** The sentence alone: the place is that of the condition. */
const said = (onlyWhen: ConditionSettings) =>
  report(
    conditionValues,
    afterAll(redis, ...extra, setTemplate(RENDER, 'failover.yaml', { onlyWhen })),
  ).map((line) => line.slice(line.indexOf('failover.yaml: ') + 'failover.yaml: '.length))

test('conditions that can hold and can fail are fine', () => {
  expect(said({ value: 'replicas', oneOf: [3] })).toEqual([])
  expect(said({ value: 'size', oneOf: ['small'] })).toEqual([])
  expect(said({ value: 'tls', oneOf: [true] })).toEqual([])
  expect(said({ value: 'tls', present: true })).toEqual([])
  expect(said({ value: 'team', present: false })).toEqual([])
})

test('what a value can never be is told, by mapping, enum and type', () => {
  expect(said({ value: 'replicas', oneOf: [3, 2, 'small'] })).toHaveLength(2)
  expect(said({ value: 'size', oneOf: ['huge'] }).join()).toContain('"size" is never "huge".')
  expect(said({ value: 'tls', oneOf: ['true'] }).join()).toContain('"tls" is never "true".')
})

test('a condition that always or never holds is told', () => {
  expect(said({ value: 'name', present: true }).join()).toContain('is always written')
  expect(said({ value: 'size', present: false }).join()).toContain('is never written')
  expect(said({ value: 'size', oneOf: [] }).join()).toContain('is never written')
})
