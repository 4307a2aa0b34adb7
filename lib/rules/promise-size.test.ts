import { expect, test } from 'vitest'
import { promiseSize } from './promise-size'
import { GOOD, report, spoilt } from './testing'

const big = (bytes: number) =>
  spoilt(['{name: redis}', `{name: redis, annotations: {a: ${'x'.repeat(bytes)}}}`])

test('beyond what kubectl apply takes there is advice, beyond etcd an error', () => {
  expect(report(promiseSize, GOOD)).toEqual([])
  expect(report(promiseSize, big(262_144))[0]).toMatch(
    /^warning spec\.dependencies: .*263,\d+ bytes; plain "kubectl apply" takes at most 262,144: use "kubectl apply --server-side" or move/,
  )
  expect(report(promiseSize, big(1_572_864))[0]).toMatch(/^error spec\.dependencies: .*1,572,864/)
})

test('comments and blanks do not count: they are not sent', () => {
  expect(report(promiseSize, `${GOOD}# ${'x'.repeat(300_000)}\n`)).toEqual([])
})
