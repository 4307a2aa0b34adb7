import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { compileRules } from '@/lib/cel/compile/rules'
import { validateRequest } from '@/lib/cel/request/validate-request'
import { walkSchema } from '@/lib/schema/walk'
import { askOracle, buildOracle } from './ask-oracle'
import { texts } from './cel-texts'
import { describeWith } from './describe-with'
import { promiseWith } from './promise-with'

const LONG = process.env.LONG === '1'
const seconds = Number(process.env.SECONDS ?? (LONG ? 600 : 15))
const seed = Number(process.env.FC_SEED ?? 20261122) || Math.floor(Date.now() / 1000)

const LINES = readFileSync(join(import.meta.dirname, '../fixtures/oracle/cel-calls.txt'), 'utf8')
  .trim()
  .split('\n')

/** Each rule says what a call comes to: its value where it has one, else its fault. */
const schemaOf = (calls: readonly string[]) => ({
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      properties: {
        text: { type: 'string', maxLength: 400 },
        other: { type: 'string', maxLength: 400 },
        number: { type: 'integer' },
        on: { type: 'boolean' },
      },
      'x-kubernetes-validations': calls.map((call) => ({
        rule: `[${call}].size() == 2`,
        message: call,
        messageExpression: `"%s = %s".format([${JSON.stringify(call)}, ${call}])`,
      })),
    },
  },
})

/** What the cluster takes: no bound is known of what a few of them cost. */
const CALLS = LINES.filter((line) =>
  walkSchema(schemaOf([line]), [])
    .flatMap((node) => compileRules(node).rules)
    .every(({ faults }) => faults.length === 0),
)
const SCHEMA = schemaOf(CALLS)

describeWith('go', 'functions of the libraries of Kubernetes', () => {
  beforeAll(buildOracle)

  test('the cluster takes the same calls of them', async () => {
    const answers = await askOracle(
      LINES.map((line) => ({ promise: promiseWith(schemaOf([line])) })),
    )
    const taken = LINES.filter((_, i) => answers[i]?.errors.length === 0)
    expect(taken).toEqual(CALLS)
    expect(CALLS.length).toBeGreaterThan(LINES.length * 0.85)
  }, 600_000)

  test('they come to the same here as on the cluster, for any text', async () => {
    const end = Date.now() + seconds * 1000
    const count = { calls: 0, unsure: 0 }
    const bad: string[] = []
    const promise = promiseWith(SCHEMA)
    for (let batch = seed; Date.now() < end && bad.length < 30; batch++) {
      const requests = fc.sample(texts, { seed: batch, numRuns: 100 }).map((spec) => ({
        apiVersion: 'acme.dev/v1',
        kind: 'Part',
        metadata: { name: 'a', namespace: 'default' },
        spec,
      }))
      const [answer] = await askOracle([{ promise, requests }])
      expect(answer?.errors).toEqual([])
      for (const [j, request] of requests.entries()) {
        const theirs = (answer?.requests?.[j] ?? []).map(({ message }) => message)
        const { faults, unsure } = validateRequest(SCHEMA, request)
        const ours = faults.map(({ message }) => message)
        count.calls += CALLS.length
        count.unsure += CALLS.length - ours.length
        const known = new Set(ours)
        const wrong = theirs.filter((message) => !known.has(message))
        if (wrong.length <= CALLS.length - ours.length && ours.every((one) => theirs.includes(one)))
          continue
        const own = ours.filter((message) => !theirs.includes(message))
        bad.push(
          `seed ${batch}: ${JSON.stringify(request.spec)} (${unsure})\n    theirs: ${wrong.join('\n      ')}\n    ours: ${own.join('\n      ')}`,
        )
      }
    }
    console.log(`Calls from seed ${seed} on: ${JSON.stringify(count)}`)
    expect(bad.join('\n')).toBe('')
  }, 3_600_000)
})
