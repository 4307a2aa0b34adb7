import type * as fc from 'fast-check'
import { TestRunner } from 'vitest'

/** How many times as often a property is tried. */
const TIMES = 20
/** The part of a test's time that its properties may take: the rest is to shrink what fails. */
const SHARE = 0.7

/** `assert` that tries a property {@link TIMES} times as often, within the limit of its test. */
export function longer({ assert, readConfigureGlobal }: typeof fc): typeof fc.assert {
  return (<T>(property: fc.IRawProperty<T>, parameters: fc.Parameters<T> = {}) => {
    const { numRuns = readConfigureGlobal().numRuns ?? 100 } = parameters
    const test = TestRunner.getCurrentTest()
    const spent = Date.now() - (test?.result?.startTime ?? Date.now())
    const left = test ? test.timeout * SHARE - spent : Number.POSITIVE_INFINITY
    const limit = Number.isFinite(left) && { interruptAfterTimeLimit: Math.max(left, 1000) }
    return assert(property, { ...parameters, numRuns: numRuns * TIMES, ...limit })
  }) as typeof fc.assert
}
