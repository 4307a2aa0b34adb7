import { expect, test } from 'vitest'
import { reconciliationInterval } from './reconciliation-interval'
import { GOOD, report, spoilt } from './testing'

const withInterval = (interval: string) =>
  spoilt([
    '  workflows:\n',
    `  workflows:\n    config: {reconciliationInterval: ${JSON.stringify(interval)}}\n`,
  ])

test.each(['1m', '10h', '1h30m', '60s', '1.5h', '+2m', '60000ms'])(
  '%s is an interval',
  (interval) => {
    expect(report(reconciliationInterval, withInterval(interval))).toEqual([])
  },
)

test('an interval is a Go duration of a minute at least', () => {
  expect(report(reconciliationInterval, GOOD)).toEqual([])
  const at = 'error spec.workflows.config.reconciliationInterval'
  expect(report(reconciliationInterval, withInterval('30s'))).toEqual([
    `${at}: The interval "30s" must be at least 1m0s: Kratix runs the workflows no more often.`,
  ])
  for (const bad of ['', '5', '1 h', '1d', 'soon', 'h']) {
    expect(report(reconciliationInterval, withInterval(bad))[0]).toContain(
      'must be a valid duration',
    )
  }
})

test('the annotation is judged, too', () => {
  const text = spoilt([
    '  labels:\n',
    '  annotations: {kratix.io/reconciliation-interval: 1s}\n  labels:\n',
  ])
  expect(report(reconciliationInterval, text)).toHaveLength(1)
})
