import { formatChoices } from '@/lib/schema/format-choices'
import { appliesTo, KEYWORDS } from '@/lib/schema/keywords'
import type { Schema } from '@/lib/schema/property'
import type { Target } from '@/lib/schema/target'
import { valueKind } from '@/lib/schema/value-kind'
import type { FieldNote, StructNotes } from './fields'

type Values = NonNullable<Exclude<FieldNote, string>['values']>

/** The values of keywords that take only some (kratix.md 4.5, 4.7). */
const VALUES: Readonly<Record<string, Values>> = {
  type: ['string', 'integer', 'number', 'boolean', 'object', 'array'],
  'x-kubernetes-list-type': [
    ['atomic', 'the list is replaced as a whole (the default)'],
    ['set', 'each item once; items are merged'],
    ['map', 'items are merged by their x-kubernetes-list-map-keys'],
  ],
  'x-kubernetes-map-type': [
    ['granular', 'key by key (the default)'],
    ['atomic', 'the map is replaced as a whole'],
  ],
  'x-kubernetes-preserve-unknown-fields': ['true'],
  'x-kubernetes-embedded-resource': ['true'],
  'x-kubernetes-int-or-string': ['true'],
  uniqueItems: ['false'],
}

/** The keywords of a schema and what belongs to them, as a CustomResourceDefinition takes them. */
export const SCHEMA: Readonly<Record<string, StructNotes>> = {
  JSONSchemaProps: Object.fromEntries(
    KEYWORDS.map(({ name, meaning, treatment }): [string, FieldNote] => {
      const refused = treatment === 'refused'
      const about = refused ? `Refused by the API server. ${meaning}` : meaning
      return [name, { about, values: VALUES[name], hidden: refused || name === 'uniqueItems' }]
    }),
  ),
  ExternalDocumentation: { description: 'What is written there.', url: 'The address.' },
  ValidationRule: {
    rule: { about: 'An expression in CEL that must be true; self is the value.', required: true },
    message: 'What a requester is told when it is false.',
    messageExpression: 'An expression in CEL that gives the message.',
    reason: {
      about: 'The kind of fault that the API server reports.',
      values: [
        ['FieldValueInvalid', 'Invalid value (the default)'],
        ['FieldValueForbidden', 'Forbidden'],
        ['FieldValueRequired', 'Required value'],
        ['FieldValueDuplicate', 'Duplicate value'],
      ],
    },
    fieldPath: 'The field that the fault is reported at, e.g. .size.',
    optionalOldSelf: 'true: the rule also runs on creation, where oldSelf is an optional.',
  },
}

/** Keywords of logic: what is below them only adds conditions. */
export const LOGIC: readonly string[] = ['allOf', 'anyOf', 'oneOf', 'not']

/** Keywords that a schema below one of logic must not have (kratix.md 67). */
const NOT_IN_LOGIC = ['type', 'description', 'default', 'additionalProperties', 'nullable', 'title']

/** Whether the keyword is of use in `schema`, as far as that says what it describes. */
export function isKeywordFor(keyword: string, schema: Schema): boolean {
  const untyped = valueKind(schema) === 'any' && schema.type === undefined
  return untyped || appliesTo(keyword, schema)
}

/** Whether the keyword may stand below one of logic. */
export function isCondition(keyword: string): boolean {
  return !NOT_IN_LOGIC.includes(keyword) && !keyword.startsWith('x-kubernetes-')
}

/** The text may be for any platform; a rule says what the target lacks. */
const EVERY_TARGET: Target = { kubernetes: undefined, kratix: undefined }

/** The formats that the cluster knows for what `schema` describes. */
export function formatValues(schema: Schema): Values {
  return formatChoices(valueKind(schema), EVERY_TARGET).map(
    ({ name, meaning }) => [name, meaning] as const,
  )
}
