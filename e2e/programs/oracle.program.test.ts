import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import meanings from '@/lib/assist/meanings.json'
import { filesOf } from '@/lib/commands/testing'
import type { Diagnostic } from '@/lib/diagnostics/diagnostic'
import { displayPath, type Path, valueAt } from '@/lib/promise/path'
import { readPromise } from '@/lib/promise/read'
import shapes from '@/lib/promise/shapes.json'
import { RULES } from '@/lib/rules'
import { checkPromise, isNotJudged, judge as judgeContext, ruleContext } from '@/lib/rules/check'
import { parseYaml } from '@/lib/yaml/document'
import { printYaml } from '@/lib/yaml/edit'
import { type Answer, askOracle, buildOracle, oracleMeanings, oracleShapes } from './ask-oracle'
import { describeWith } from './describe-with'
import { mutate, mutations } from './mutants'
import { promiseOf } from './promise-with'
import { refusalPlaces, speaksOf } from './refusal-places'
import { STRICTER } from './stricter'

const fixtures = join(import.meta.dirname, '../fixtures')
const corpus = join(import.meta.dirname, '../../lib/yaml/fixtures/corpus')
const read = (path: string): unknown => parseYaml(readFileSync(path, 'utf8'))[0]?.value()

const rich = read(join(fixtures, 'oracle/rich.yaml'))
const operator = read(
  join(fixtures, 'redis-dependencies/databases.spotahome.com_redisfailovers.yaml'),
)
const LONG = process.env.LONG === '1'

/** Parts of the operator's schema, which is too large to be asked about thousands of times. */
const parts: unknown[] = []
const collect = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return 1
  const size = Object.values(value).reduce((sum, child) => sum + collect(child), 1)
  if (size > 20 && size < 200 && Reflect.get(value, 'type') === 'object') parts.push(value)
  return size
}
collect(valueAt(operator, ['spec', 'versions', 0, 'schema', 'openAPIV3Schema']))

const partOfOperator = (at: number) => apiOf(parts[at % parts.length])

/** A Promise whose requests have this `spec`. */
function apiOf(spec: unknown): unknown {
  return promiseOf({ type: 'object', properties: { spec } })
}

/** The operator's whole CRD as an API. */
const whole = {
  apiVersion: 'platform.kratix.io/v1alpha1',
  kind: 'Promise',
  metadata: { name: 'whole' },
  spec: { api: operator },
}

const promises = readdirSync(corpus)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => read(join(corpus, name)))

interface Mutant {
  readonly words: string
  readonly document: unknown
}

/** JSON, which is YAML, too; with integers beyond those of JavaScript. */
const textOf = (document: unknown) =>
  JSON.stringify(document, (_, part) =>
    typeof part === 'bigint' ? `bigint ${part}` : part,
  ).replace(/"bigint (-?\d+)"/g, '$1')

/** What the rules are given; reading texts is tested elsewhere, and takes most of the time. */
const empty = ruleContext(filesOf({ 'promise.yaml': 'kind: Promise\n' }))
const contextOf = (value: unknown) => ({ ...empty, value, promise: readPromise(value) })

const base = fc.oneof(
  { weight: 6, arbitrary: fc.constant(rich) },
  { weight: 2, arbitrary: fc.nat(promises.length - 1).map((i) => promises[i]) },
  { weight: 2, arbitrary: fc.nat(10_000).map(partOfOperator) },
)
const mutant: fc.Arbitrary<Mutant> = fc.tuple(base, mutations).map(([document, changes]) => {
  const changed = mutate(document, changes)
  const name = String(valueAt(document, ['metadata', 'name']))
  return { words: `${name}: ${changed.words.join('; ')}`, document: changed.document }
})

interface Verdict extends Mutant {
  readonly answer: Answer
  readonly ours: readonly Diagnostic[]
}

async function judge(mutants: readonly Mutant[]): Promise<readonly Verdict[]> {
  const asked = askOracle(mutants.map(({ document }) => ({ promise: textOf(document) })))
  const ours = mutants.map(({ document }) => judgeContext(contextOf(document)))
  const answers = await asked
  return mutants.map((one, i) => ({ ...one, answer: answers[i] as Answer, ours: ours[i] ?? [] }))
}

const refusalsOf = ({ answer }: Verdict) => answer.errors.filter(({ stage }) => stage !== 'unknown')
const errorsOf = ({ ours }: Verdict) => ours.filter(({ severity }) => severity === 'error')
const isUnjudged = ({ ours }: Verdict) => ours.some(({ code }) => isNotJudged(code))
const line = (one: Diagnostic) =>
  `${one.severity} ${one.code} ${displayPath(one.place.path)}: ${one.message}`

/** What the oracle refuses and we pass, and refusals at whose place we say nothing. */
function missed(verdicts: readonly Verdict[]): string[] {
  return verdicts.flatMap((one) => {
    const refusals = refusalsOf(one)
    const errors = errorsOf(one)
    if (isUnjudged(one)) return []
    const { document } = one
    const silent = refusals.filter(({ path, stage, message }) => {
      // A panic of the webhook has no place.
      if (stage === 'panic') return errors.length === 0
      // A default is validated by rules of its schema, too, where the same fault is told again.
      if (message.includes('rule compile error') && errors.some(isCompileFault)) return false
      const places: readonly Path[] = refusalPlaces(document, path)
      return !errors.some((error) => places.some((place) => speaksOf(error.place.path, place)))
    })
    return silent.map(
      ({ stage, path, message }) =>
        `${one.words}\n    ${stage} ${path}: ${message.slice(0, 200)}\n    ours: ${errors.map(line).join('\n          ') || 'valid'}`,
    )
  })
}

const isCompileFault = ({ code }: Diagnostic) => code === 'cel-compile'

/** Errors of ours in what the oracle accepts. */
function stricter(verdicts: readonly Verdict[]): { code: string; text: string }[] {
  return verdicts
    .filter((one) => refusalsOf(one).length === 0 && !isUnjudged(one))
    .flatMap((one) =>
      errorsOf(one).map((error) => ({
        code: error.code,
        text: `${one.words}\n    ${line(error)}`,
      })),
    )
}

describeWith('go', 'the rules judge as the cluster does', () => {
  beforeAll(buildOracle)

  test('the shapes of what is decoded are those of the decoders', async () => {
    expect(shapes).toEqual(await oracleShapes())
  })

  test('what is said of the fields of Kubernetes is what Kubernetes says', async () => {
    const all = await oracleMeanings()
    for (const [struct, fields] of Object.entries(meanings)) {
      expect([struct, all[struct]]).toEqual([struct, fields])
    }
  })

  test('what the mutants come from is accepted by the oracle and by us', async () => {
    const documents = [rich, whole, ...promises].map((document) => ({ words: '', document }))
    for (const one of await judge(documents)) {
      expect(refusalsOf(one)).toEqual([])
      expect(errorsOf(one).map(line)).toEqual([])
      // As a text, it is the same to us.
      const text = filesOf({ 'promise.yaml': printYaml(one.document) })
      expect(checkPromise(text).map(line)).toEqual(one.ours.map(line))
    }
  })

  test('the oracle judges requests by schema, pruning, defaults and CEL', async () => {
    const spec = {
      type: 'object',
      required: ['size'],
      properties: {
        size: { type: 'string', enum: ['small', 'large'] },
        replicas: { type: 'integer', default: 1 },
      },
      'x-kubernetes-validations': [
        { rule: "self.size != 'small' || self.replicas < 3", message: 'small means few' },
      ],
    }
    const promise = textOf(apiOf(spec))
    const request = (fields: object) => ({
      apiVersion: 'acme.dev/v1',
      kind: 'Part',
      metadata: { name: 'a', namespace: 'default' },
      spec: fields,
    })
    const requests = [
      { size: 'small' },
      { size: 'huge' },
      { replicas: 1 },
      { size: 'small', replicas: 3 },
      { size: 'large', replicas: 3, ghost: 1 },
    ].map(request)
    const [answer] = await askOracle([{ promise, requests }])
    expect(answer?.errors).toEqual([])
    const said = answer?.requests?.map((list) =>
      list.map(({ stage, path, message }) => `${stage} ${path}: ${message}`),
    )
    expect(said).toEqual([
      [],
      ['request spec.size: Unsupported value: "huge": supported values: "small", "large"'],
      [expect.stringContaining('request spec.size: Required value')],
      ['request spec: Invalid value: small means few'],
      ['unknown spec.ghost: unknown field'],
    ])
  })

  test('each rule that is stricter than the cluster is one of ours', () => {
    const ids = RULES.map(({ id }) => id)
    expect(Object.keys(STRICTER).filter((code) => !ids.includes(code))).toEqual([])
  })

  test('no mutant is refused by the oracle and passed by us', async () => {
    const seconds = Number(process.env.SECONDS ?? (LONG ? 1800 : 60))
    const end = Date.now() + seconds * 1000
    const first = firstSeed()
    const count = { mutants: 0, refused: 0, unjudged: 0, stricter: 0 }
    const bad: string[] = []
    const unlisted: string[] = []
    for (let seed = first; Date.now() < end && bad.length < 50; seed++) {
      const verdicts = await judge(fc.sample(mutant, { seed, numRuns: 250 }))
      count.mutants += verdicts.length
      count.refused += verdicts.filter((one) => refusalsOf(one).length > 0).length
      count.unjudged += verdicts.filter(isUnjudged).length
      bad.push(...missed(verdicts).map((text) => `seed ${seed}: ${text}`))
      for (const { code, text } of stricter(verdicts)) {
        count.stricter += 1
        if (!Object.hasOwn(STRICTER, code)) unlisted.push(`seed ${seed}: ${text}`)
      }
    }
    console.log(`Mutants from seed ${first} on: ${JSON.stringify(count)}`)
    expect(bad.join('\n')).toBe('')
    expect(unlisted.join('\n')).toBe('')
  }, 3_600_000)
})

/** Each batch of mutants takes the next one. */
function firstSeed(): number {
  const wanted = process.env.FC_SEED ?? '20261122'
  return wanted === 'random' ? Math.floor(Date.now() / 1000) : Number(wanted)
}
