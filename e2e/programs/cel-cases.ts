import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { isRecord, valueAt } from '@/lib/promise/path'
import { parseYaml } from '@/lib/yaml/document'

const fixtures = join(import.meta.dirname, '../fixtures/oracle')

/** A schema with a property of each kind. */
export const SPEC: Readonly<Record<string, unknown>> = (() => {
  const value = parseYaml(readFileSync(join(fixtures, 'cel-schema.yaml'), 'utf8'))[0]?.value()
  if (!isRecord(value)) throw new Error('no schema')
  return value
})()

/** Rules about it, good and bad. */
export const RULES = readFileSync(join(fixtures, 'cel-rules.txt'), 'utf8').trim().split('\n')

/** A rule at a place of the schema. */
export interface Case {
  /** A property, or `nodes.items`; empty for the whole. */
  readonly at: string
  readonly rule: Readonly<Record<string, unknown>>
}

const WORD = /"(?:[^"\\]|\\.)*"|\d+(?:\.\d+)?|[A-Za-z_]\w*|==|!=|<=|>=|&&|\|\||\s+|./g
const WORDS = [...new Set(RULES.flatMap((rule) => rule.match(WORD) ?? []))]

/** A rule with a few words changed, dropped or doubled. */
const mutated = fc
  .tuple(
    fc.constantFrom(...RULES),
    fc.array(
      fc.tuple(fc.nat(1000), fc.constantFrom('drop', 'put', 'double', 'graft'), fc.nat(1000)),
      {
        minLength: 0,
        maxLength: 2,
      },
    ),
  )
  .map(([rule, changes]): string => {
    const words = [...(rule.match(WORD) ?? [])]
    for (const [where, kind, what] of changes) {
      const at = where % Math.max(words.length, 1)
      const word = WORDS[what % WORDS.length] ?? ''
      if (kind === 'drop') words.splice(at, 1)
      else if (kind === 'put') words[at] = word
      else if (kind === 'double') words.splice(at, 0, words[at] ?? '')
      else words.splice(at, 1, `(${RULES[what % RULES.length]})`)
    }
    return words.join('')
  })
  .filter((rule) => rule.trim() !== '')

const joined = fc
  .tuple(mutated, fc.constantFrom(' && ', ' || ', ' == '), mutated)
  .map((parts) => parts.join(''))
const text = fc.oneof({ weight: 3, arbitrary: mutated }, { weight: 1, arbitrary: joined })
const places = [
  '',
  '',
  '',
  '',
  'name',
  'long',
  'tags',
  'many',
  'labels',
  'port',
  'nodes',
  'nodes.items',
  'matrix.items',
  'when',
  'open',
  'db',
]

/** Where `self` is not the whole, rules speak of `self` alone. */
const shortened = (rule: string) => rule.replace(/\b(self|oldSelf)\.\w+/g, '$1')

export const cases: fc.Arbitrary<Case> = fc
  .record({
    at: fc.constantFrom(...places),
    text,
    message: fc.oneof(
      { weight: 4, arbitrary: fc.constant(undefined) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '"no " + self.name',
          '"%s!".format([self.size])',
          'self.replicas',
          '"%d".format([self.name])',
        ),
      },
    ),
    optional: fc.oneof(
      { weight: 6, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.boolean() },
    ),
  })
  .map(({ at, text: rule, message, optional }) => ({
    at,
    rule: {
      rule: at === '' ? rule : shortened(rule),
      message: 'does not hold',
      ...(message && { messageExpression: message }),
      ...(optional !== undefined && { optionalOldSelf: optional }),
    },
  }))

/** {@link SPEC} with a rule, as the schema of requests. */
export function schemaWith({ at, rule }: Case): Readonly<Record<string, unknown>> {
  const spec = structuredClone(SPEC)
  const path = at === '' ? [] : ['properties', ...at.split('.')]
  Object.assign(valueAt(spec, path) as object, { 'x-kubernetes-validations': [rule] })
  return { type: 'object', properties: { spec } }
}

const word = fc.constantFrom('', 'a', 'b', 'ab', 'small', 'x-1', 'é', '😀a', '1', '1Gi', 'A', 'a,b')
const integer = fc.oneof(
  fc.integer({ min: -3, max: 12 }),
  fc.constantFrom(0, 1, 1000000, Number.MAX_SAFE_INTEGER),
)
const sparse = { requiredKeys: [] }

/** Values of {@link SPEC}, most of which fit. */
export const values = fc.record(
  {
    name: word,
    long: fc.oneof(word, fc.constantFrom('a a a', 'abc'.repeat(30), ' x ')),
    size: fc.constantFrom('small', 'large', 'large', 'huge'),
    replicas: fc.oneof(integer, fc.constantFrom<unknown>(null, 1.5, '1')),
    ratio: fc.oneof(fc.constantFrom(0, 1, -1, 0.5, 1e6, 1e-7, 12345.678), integer),
    on: fc.boolean(),
    port: fc.oneof(word, integer),
    when: fc.constantFrom(
      '2024-02-29T12:30:45Z',
      '1999-12-31T23:59:59.123+02:00',
      '2021-01-01T00:00:00Z',
    ),
    day: fc.constantFrom('2024-02-29', '1999-01-01'),
    wait: fc.constantFrom('1h', '90s', '1.5h', '10ms', '3h0m1s'),
    data: fc.constantFrom('YWJj', 'YQ==', '/w=='),
    tags: fc.array(word, { maxLength: 4 }),
    set: fc.array(word, { maxLength: 3 }),
    many: fc.array(word, { maxLength: 4 }),
    numbers: fc.array(integer, { maxLength: 4 }),
    matrix: fc.array(fc.array(integer, { maxLength: 2 }), { maxLength: 3 }),
    labels: fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('b', 'a', 'x', ''), {
      maxKeys: 3,
      noNullPrototype: true,
    }),
    open: fc.dictionary(fc.constantFrom('a', 'abc', 'c'), integer, {
      maxKeys: 3,
      noNullPrototype: true,
    }),
    db: fc.record(
      { 'a-b': word, port: integer, if: fc.boolean() },
      { ...sparse, noNullPrototype: true },
    ),
    nodes: fc.array(
      fc.record({ name: word, port: integer }, { requiredKeys: ['name'], noNullPrototype: true }),
      { maxLength: 3 },
    ),
    nul: fc.constantFrom('x', null),
    ghost: fc.constant(1),
  },
  { requiredKeys: ['name'], noNullPrototype: true },
)
