import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addProperties } from '@/lib/commands/add-properties'
import { filesOf } from '@/lib/commands/testing'
import { promiseWith, SCHEMA } from '@/lib/commands/testing-schema'
import { runCommand } from '@/lib/promise/command'
import { PROMISE_FILE } from '@/lib/promise/files'
import { checkPromise } from '@/lib/rules/check'
import { fromSamples } from '@/lib/schema/from-sample'
import { definitionsIn, toProperties } from '@/lib/schema/json-schema'
import { judgeValue } from '@/lib/schema/misfit'
import type { NewProperties } from '@/lib/schema/new-properties'

const SPEC = [...SCHEMA, 'properties', 'spec']
const BARE = 'type: object\nproperties:\n  spec:\n    type: object\n'
const RUNS = Number(process.env.CONVERTED_RUNS ?? 40)

/** Errors that our rules find in an API with these properties, as the cluster would. */
function errorsWith(wanted: NewProperties): readonly string[] {
  const files = filesOf({ [PROMISE_FILE]: promiseWith(BARE) })
  const after = runCommand(files, addProperties(SPEC, wanted))
  return checkPromise(after)
    .filter(({ severity, place }) => severity === 'error' && place.path[1] === 'api')
    .map(({ code, message }) => `${code}: ${message}`)
}

const scalar = fc.oneof(
  fc.constantFrom('a', 'bb', '', 'x y', 'yes'),
  fc.integer({ min: -5, max: 5 }),
  fc.constantFrom(0.5, -1.5, true, false, null),
)
const type = fc.constantFrom('string', 'integer', 'number', 'boolean', 'array', 'object', 'null')
const name = fc.constantFrom('a', 'b', 'on', 'spec', 'a.b', 'items', 'properties')
const count = fc.integer({ min: -1, max: 4 })

const { schema } = fc.letrec<{ schema: unknown; list: unknown[]; map: Record<string, unknown> }>(
  (tie) => ({
    list: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }),
    map: fc.dictionary(name, tie('schema'), { maxKeys: 3 }),
    schema: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.oneof(
        fc.record({ type }),
        fc.record({ $ref: fc.constantFrom('#', '#/definitions/a', '#/definitions/b', '#/no') }),
        fc.boolean(),
      ),
      fc.record(
        {
          type: fc.oneof(type, fc.uniqueArray(type, { minLength: 1, maxLength: 3 })),
          title: fc.constant('T'),
          description: fc.constant('D'),
          default: scalar,
          const: scalar,
          enum: fc.array(scalar, { minLength: 1, maxLength: 4 }),
          minimum: scalar,
          maximum: fc.double({ min: -3, max: 3, noNaN: true }),
          exclusiveMinimum: fc.oneof(fc.boolean(), fc.integer({ min: -3, max: 3 })),
          exclusiveMaximum: fc.oneof(fc.boolean(), fc.integer({ min: -3, max: 3 })),
          multipleOf: fc.constantFrom(0, 2, 0.5),
          minLength: count,
          maxLength: count,
          pattern: fc.constantFrom('^a', '(?=a)', '(', '\\d+'),
          format: fc.constantFrom('date-time', 'email', 'int32', 'own'),
          items: fc.oneof(tie('schema'), tie('list')),
          prefixItems: tie('list'),
          minItems: count,
          uniqueItems: fc.boolean(),
          properties: tie('map'),
          required: fc.array(name, { maxLength: 3 }),
          additionalProperties: fc.oneof(fc.boolean(), tie('schema')),
          patternProperties: tie('map'),
          maxProperties: count,
          nullable: fc.boolean(),
          allOf: tie('list'),
          anyOf: tie('list'),
          oneOf: tie('list'),
          not: tie('schema'),
          if: tie('schema'),
          readOnly: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
    ),
  }),
)

test('whatever is pasted as a JSON Schema, a valid API comes out', () => {
  const document = fc.record({
    type: fc.constant('object'),
    properties: fc.dictionary(name, schema, { minKeys: 1, maxKeys: 4 }),
    required: fc.array(name, { maxLength: 2 }),
    definitions: fc.record({ a: schema, b: schema }),
  })
  let tried = 0
  fc.assert(
    fc.property(document, (text) => {
      const [definition] = definitionsIn([text])
      const { wanted, reason } = definition
        ? toProperties(definition)
        : { wanted: undefined, reason: '' }
      if (!wanted || reason !== undefined) return
      tried++
      expect(errorsWith(wanted)).toEqual([])
    }),
    { numRuns: RUNS },
  )
  expect(tried).toBeGreaterThan(RUNS / 3)
})

test('whatever sample is given, a valid API comes out, and the sample fits it', () => {
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      scalar,
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(name, tie('value'), { maxKeys: 4 }),
    ),
  }))
  const sample = fc.dictionary(name, value, { minKeys: 1, maxKeys: 5 })
  fc.assert(
    fc.property(fc.array(sample, { minLength: 1, maxLength: 3 }), (samples) => {
      const wanted = fromSamples(samples)
      expect(errorsWith(wanted)).toEqual([])
      for (const one of samples) {
        expect(judgeValue({ type: 'object', ...wanted }, one).misfit).toBeUndefined()
      }
    }),
    { numRuns: RUNS },
  )
})
