import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { compileRules, SCHEMA_LIMIT } from '@/lib/cel/compile/rules'
import { validateRequest } from '@/lib/cel/request/validate-request'
import { displayPath } from '@/lib/promise/path'
import { walkSchema } from '@/lib/schema/walk'
import { type Answer, askOracle, buildOracle } from './ask-oracle'
import { type Case, cases, RULES, schemaWith, values } from './cel-cases'
import { describeWith } from './describe-with'
import { promiseWith } from './promise-with'

const LONG = process.env.LONG === '1'
const seconds = Number(process.env.SECONDS ?? (LONG ? 900 : 25))
const seed = Number(process.env.FC_SEED ?? 20261122) || Math.floor(Date.now() / 1000)

/** What we say of a rule: that it is refused, and why not sure. */
function judgeHere(schema: unknown) {
  const compiled = walkSchema(schema, []).map(compileRules)
  const rules = compiled.flatMap((node) => node.rules)
  const faults = rules.flatMap((rule) => rule.faults.map(({ message }) => message))
  const cost = rules.reduce((sum, rule) => sum + (rule.cost ?? 0) + (rule.messageCost ?? 0), 0)
  if (cost > SCHEMA_LIMIT) faults.push('estimated rule cost total')
  return { faults, unsure: rules.find((rule) => rule.unsure !== undefined)?.unsure }
}

const refusalsOf = ({ errors }: Answer) =>
  errors.filter(({ stage }) => stage !== 'unknown' && stage !== 'controller')

/** Where we and the API server are not of one mind. */
async function differences(tried: readonly Case[]) {
  const schemas = tried.map(schemaWith)
  const answers = await askOracle(schemas.map((schema) => ({ promise: promiseWith(schema) })))
  let unsure = 0
  const found = tried.flatMap((one, i) => {
    const ours = judgeHere(schemas[i])
    const theirs = refusalsOf(answers[i] as Answer)
    if (ours.faults.length === 0 && ours.unsure !== undefined) unsure++
    if (ours.faults.length > 0 === theirs.length > 0) return []
    if (ours.faults.length === 0 && ours.unsure !== undefined) return []
    const said = theirs
      .map(({ message }) => message.replace(/^Invalid value: \{.*?\}: /s, ''))
      .join('\n      ')
    return [
      `${one.at} ${JSON.stringify(one.rule)}\n    theirs: ${said}\n    ours: ${ours.faults.join('\n      ')}`,
    ]
  })
  return { found, unsure }
}

/** Which overload was missed depends on how cel-go has planned the call. */
const plain = (words: string) => words.replaceAll(/no such overload: [^']*/g, 'no such overload')

describeWith('go', 'CEL rules are judged as the cluster does', () => {
  beforeAll(buildOracle)

  test('rules of every library are refused or accepted alike', async () => {
    const tried = RULES.map((rule) => ({ at: '', rule: { rule, message: 'm' } }))
    const { found, unsure } = await differences(tried)
    expect(found.join('\n')).toBe('')
    // Most are judged.
    expect(unsure).toBeLessThan(RULES.length / 10)
  }, 600_000)

  test('rules with a few words changed are refused or accepted alike', async () => {
    const end = Date.now() + seconds * 1000
    const count = { rules: 0, unsure: 0 }
    const bad: string[] = []
    for (let batch = seed; Date.now() < end && bad.length < 30; batch++) {
      const { found, unsure } = await differences(fc.sample(cases, { seed: batch, numRuns: 150 }))
      count.rules += 150
      count.unsure += unsure
      bad.push(...found.map((line) => `seed ${batch}: ${line}`))
    }
    console.log(`Rules from seed ${seed} on: ${JSON.stringify(count)}`)
    expect(bad.join('\n')).toBe('')
  }, 3_600_000)

  test('rules say the same of requests', async () => {
    const end = Date.now() + seconds * 1000
    const count = { requests: 0, refused: 0, unsure: 0 }
    const bad: string[] = []
    for (let batch = seed; Date.now() < end && bad.length < 30; batch++) {
      const rules = fc.sample(cases, { seed: batch, numRuns: 60 }).map(schemaWith)
      const sound = rules.filter((schema) => judgeHere(schema).faults.length === 0)
      const requests = fc.sample(values, { seed: batch, numRuns: 12 }).map((spec) => ({
        apiVersion: 'acme.dev/v1',
        kind: 'Part',
        metadata: { name: 'a', namespace: 'default' },
        spec,
      }))
      const answers = await askOracle(
        sound.map((schema) => ({ promise: promiseWith(schema), requests })),
      )
      for (const [i, schema] of sound.entries()) {
        for (const [j, request] of (answers[i]?.requests ? requests : []).entries()) {
          const theirs = (answers[i]?.requests?.[j] ?? []).filter(
            ({ stage }) => stage === 'request',
          )
          const ours = validateRequest(schema, request)
          count.requests++
          if (theirs.length > 0) count.refused++
          if (ours.unsure.length > 0) {
            count.unsure++
            continue
          }
          const [a, b] = [
            theirs.map(({ path }) => path),
            ours.faults.map(({ path }) => displayPath(path)),
          ]
          const same = a.length > 0 === b.length > 0
          const words = theirs.map(({ message }) => message).join(' | ')
          const own = ours.faults.map(({ message }) => message).join(' | ')
          // Words of rules are those of the API server; of schemas they are near.
          const rule = ours.faults.some((fault) => fault.rule)
          if (same && (!rule || plain(words) === plain(own))) continue
          const text = JSON.stringify(Object.values(schema)).match(
            /"rule":"((?:[^"\\]|\\.)*)"/,
          )?.[1]
          bad.push(
            `seed ${batch}: ${text}\n    ${JSON.stringify(request.spec)}\n    theirs ${a}: ${words}\n    ours ${b}: ${own}`,
          )
        }
      }
    }
    console.log(`Requests from seed ${seed} on: ${JSON.stringify(count)}`)
    expect(bad.join('\n')).toBe('')
  }, 3_600_000)
})
