import * as fc from 'fast-check'
import { ODD_CHARACTERS, ODD_WORDS } from '@/lib/render/testing/texts'
import type { Schema } from '@/lib/schema/property'

/** A property as it is added: its schema holds all that is below it. */
export interface AnyProperty {
  readonly name: string
  readonly schema: Schema
  readonly required: boolean
}

/** Names that are words of our languages, no identifiers, or the same as others to some of them. */
const NAMES = [
  ...['size', 'Size', 'SIZE', 'si-ze', 'si_ze', 'items', 'properties', 'type', 'metadata', 'spec'],
  ...['class', 'def', 'lambda', 'None', 'self', 'import', 'from', 'func', 'package', 'string'],
  ...['default', 'interface', 'Spec', 'Request', 'request', 'toString', 'constructor', '__proto__'],
  ...['yes', 'null', '010', '1e3', '0', 'a b', 'a.b', 'é', '漢', '😀', '-', '_', '$x', '${name}'],
  ...['"', "'", '\\', '`', '*/', '//', '-->', '#', 'a\nb', 'a: b', '{{ x }}', '$(id)', '\u2028'],
]
const name = fc.constantFrom(...NAMES)

/** What a description or an annotation may be: prose that would end a comment or a quotation. */
export const anyProse: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('How big it is', 'one\ntwo\n', ' spaces ', 'a: b # c') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...['*/ x', '"""', "'''", '`${x}`', '${name}', '$(id)', '\\', '<!-- -->', '# coding: x', '}'],
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom(...ODD_WORDS.filter((word) => word.trim() !== '')) },
  { weight: 1, arbitrary: fc.constantFrom(...ODD_CHARACTERS).map((one) => `a${one}b`) },
)

const oddStrings = fc.uniqueArray(fc.oneof(fc.constantFrom('small', 'large'), anyProse), {
  minLength: 1,
  maxLength: 4,
})

const string: fc.Arbitrary<Schema> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ default: anyProse }, { requiredKeys: [] }) },
  {
    weight: 3,
    arbitrary: oddStrings.chain((values) =>
      fc.record(
        { enum: fc.constant(values), default: fc.constantFrom(...values) },
        { requiredKeys: ['enum'] },
      ),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      { pattern: '^[a-z]+$', default: 'abc' },
      { minLength: 2, maxLength: 9 },
      { format: 'date-time' },
      { maxLength: 0, default: '' },
    ),
  },
)

const number = (type: 'integer' | 'number'): fc.Arbitrary<Schema> =>
  fc.constantFrom<Schema>(
    {},
    { default: 3 },
    { minimum: 1, maximum: 9, default: 1 },
    { enum: [1, 3, 5], default: 3 },
    type === 'integer' ? { format: 'int32', minimum: -5 } : { enum: [0.5, 2], default: 0.5 },
  )

const scalar: fc.Arbitrary<Schema> = fc.oneof(
  { weight: 4, arbitrary: string.map((more) => ({ type: 'string', ...more })) },
  { weight: 2, arbitrary: number('integer').map((more) => ({ type: 'integer', ...more })) },
  { weight: 1, arbitrary: number('number').map((more) => ({ type: 'number', ...more })) },
  {
    weight: 2,
    arbitrary: fc.constantFrom({ type: 'boolean' }, { type: 'boolean', default: false }),
  },
  { weight: 1, arbitrary: fc.constant({ 'x-kubernetes-int-or-string': true }) },
)

const { schema } = fc.letrec<{ schema: Schema; object: Schema }>((tie) => ({
  object: fc
    .uniqueArray(fc.record({ name, schema: tie('schema'), required: fc.boolean() }), {
      selector: (one) => one.name,
      maxLength: 3,
    })
    .map(objectOf),
  schema: fc
    .tuple(
      fc.oneof(
        { maxDepth: 3, depthSize: 'small' },
        { weight: 7, arbitrary: scalar },
        { weight: 2, arbitrary: tie('object') },
        { weight: 1, arbitrary: tie('schema').map((items) => ({ type: 'array', items })) },
        {
          weight: 1,
          arbitrary: tie('schema').map((values) => ({
            type: 'object',
            additionalProperties: values,
          })),
        },
        {
          weight: 1,
          arbitrary: fc.constant({ type: 'object', 'x-kubernetes-preserve-unknown-fields': true }),
        },
      ),
      fc.record(
        { title: anyProse, description: anyProse, nullable: fc.constant(true) },
        { requiredKeys: [] },
      ),
    )
    .map(([own, more]): Schema => ({ ...own, ...more })),
}))

/** @returns an object schema; what is required is declared. */
function objectOf(list: readonly AnyProperty[]): Schema {
  const required = list.filter((one) => one.required).map((one) => one.name)
  return {
    type: 'object',
    ...(required.length > 0 && { required }),
    properties: Object.fromEntries(list.map((one) => [one.name, one.schema])),
  }
}

/** The properties below `spec`. */
export const anyProperties: fc.Arbitrary<readonly AnyProperty[]> = fc.uniqueArray(
  fc.record({ name, schema, required: fc.boolean() }),
  { selector: (one) => one.name, minLength: 1, maxLength: 7 },
)

/** A scalar property that a value of a `render` step can read. */
export interface ScalarPlace {
  readonly path: readonly string[]
  readonly schema: Schema
}

/** The scalars of `properties`, those within objects too; a name with a dot cannot be said. */
export function scalarsOf(
  properties: Readonly<Record<string, Schema>>,
  above: readonly string[] = [],
): readonly ScalarPlace[] {
  return Object.entries(properties).flatMap(([key, own]): readonly ScalarPlace[] => {
    if (key.includes('.')) return []
    const path = [...above, key]
    if (own.properties) {
      return scalarsOf(own.properties as Readonly<Record<string, Schema>>, path)
    }
    return own.type === 'object' || own.type === 'array' ? [] : [{ path, schema: own }]
  })
}
