import type { Schema } from './property'
import { type ValueKind, valueKind } from './value-kind'

/**
 * What the editor does with a keyword: `row` in the row of the property (name, type, children),
 * `form` in its inspector, `text` kept as it is and named there, `refused` by the API server, so a
 * rule says how to do without.
 */
export type KeywordTreatment = 'row' | 'form' | 'text' | 'refused'

export interface SchemaKeyword {
  readonly name: string
  readonly treatment: KeywordTreatment
  /** Kinds of value that it says something of; `undefined` for all. */
  readonly kinds: readonly ValueKind[] | undefined
  /** One line for the person who meets it in a form or in the text. */
  readonly meaning: string
  /** Numbers of the Kratix reference (kratix.md) that govern it. */
  readonly rules: string
}

const TEXTS: readonly ValueKind[] = ['string', 'int-or-string']
const NUMBERS: readonly ValueKind[] = ['integer', 'number', 'int-or-string']
const LISTS: readonly ValueKind[] = ['array']
const OBJECTS: readonly ValueKind[] = ['object']

type Line = readonly [name: string, kinds: SchemaKeyword['kinds'], meaning: string, rules: string]

const ROW: readonly Line[] = [
  [
    'type',
    undefined,
    'What a value is: string, integer, number, boolean, array or object.',
    '53-57',
  ],
  ['properties', OBJECTS, 'The named fields of an object.', '54, 62, 66'],
  ['required', OBJECTS, 'The fields that an object cannot do without.', '74, 101, 103'],
  ['items', LISTS, 'The schema of all items of a list.', '55, 58'],
  [
    'additionalProperties',
    OBJECTS,
    'The schema of all values of a map with free keys.',
    '54, 62, 63',
  ],
  [
    'x-kubernetes-int-or-string',
    undefined,
    'A value is an integer or a string, such as a port by number or by name.',
    '77',
  ],
]

const FORM: readonly Line[] = [
  ['title', undefined, 'A short heading for tools that show forms.', '4.5'],
  ['description', undefined, 'What people read in kubectl explain.', '4.5'],
  ['default', undefined, 'What the API server fills in where a request says nothing.', '71-75'],
  ['example', undefined, 'A sample value for readers; the API server does not check it.', '4.5'],
  ['enum', undefined, 'The only values that are accepted.', '73, 102'],
  [
    'format',
    ['string', 'integer', 'number'],
    'A known shape of the value, checked when the API server knows it.',
    '4.5',
  ],
  ['nullable', undefined, 'Lets a request say null.', '57, 64, 80, 83'],
  ['pattern', TEXTS, 'A regular expression (RE2) that must be found in the text.', '70'],
  ['minLength', TEXTS, 'The fewest characters.', '102'],
  ['maxLength', TEXTS, 'The most characters.', '91, 102'],
  ['minimum', NUMBERS, 'The smallest value.', '102'],
  ['maximum', NUMBERS, 'The largest value.', '102'],
  ['exclusiveMinimum', NUMBERS, 'The minimum itself is not accepted (a boolean).', '4.5'],
  ['exclusiveMaximum', NUMBERS, 'The maximum itself is not accepted (a boolean).', '4.5'],
  ['multipleOf', NUMBERS, 'The value is a multiple of this number.', '102'],
  ['minItems', LISTS, 'The fewest items.', '102'],
  ['maxItems', LISTS, 'The most items; also bounds what a CEL rule may cost.', '91, 102'],
  ['minProperties', OBJECTS, 'The fewest entries of an object or map.', '102'],
  [
    'maxProperties',
    OBJECTS,
    'The most entries of an object or map; also bounds what a CEL rule may cost.',
    '91, 102',
  ],
  [
    'x-kubernetes-list-type',
    LISTS,
    'How changes to a list are merged: as a whole, as a set, or item by item by keys.',
    '79, 80',
  ],
  [
    'x-kubernetes-list-map-keys',
    LISTS,
    'The fields that tell the items of a list from each other.',
    '81-83',
  ],
  [
    'x-kubernetes-map-type',
    OBJECTS,
    'How changes to an object are merged: field by field, or as a whole.',
    '84',
  ],
  [
    'x-kubernetes-preserve-unknown-fields',
    ['object', 'any'],
    'Fields that are not declared are kept instead of dropped.',
    '76',
  ],
  [
    'x-kubernetes-embedded-resource',
    ['object', 'any'],
    'The value is a whole Kubernetes object with apiVersion, kind and metadata.',
    '78',
  ],
  [
    'x-kubernetes-validations',
    undefined,
    'CEL rules, also the one that forbids changes after creation.',
    '85-91',
  ],
  ['allOf', undefined, 'Conditions that must all be met.', '67-69'],
  ['anyOf', undefined, 'Conditions of which at least one must be met.', '67-69, 77'],
  ['oneOf', undefined, 'Conditions of which exactly one must be met.', '67-69'],
  ['not', undefined, 'A condition that must not be met.', '67-69'],
]

const TEXT: readonly Line[] = [
  ['externalDocs', undefined, 'A link to documentation; kubectl does not show it.', '4.5'],
  ['uniqueItems', LISTS, 'Only false is accepted; a list of type set does what true meant.', '61'],
]

const REFUSED: readonly Line[] = [
  ['$ref', undefined, 'Refers to another schema; a CRD holds its schema in one piece.', '59'],
  ['$schema', undefined, 'Names the schema language; a CRD has one.', '59'],
  ['id', undefined, 'Names a schema; a CRD has no use for it.', '59'],
  ['definitions', undefined, 'Schemas to refer to; write them out where they are used.', '59'],
  ['dependencies', undefined, 'Fields that need others; oneOf or a CEL rule says it.', '59'],
  ['patternProperties', undefined, 'Schemas by pattern of the key; a map has one for all.', '59'],
  ['additionalItems', undefined, 'A schema for further items; a list has one for all.', '59'],
]

function lines(treatment: KeywordTreatment, all: readonly Line[]): readonly SchemaKeyword[] {
  return all.map(([name, kinds, meaning, rules]) => ({ name, treatment, kinds, meaning, rules }))
}

/** Every field of JSONSchemaProps, which is all that a CRD can say of a value. */
export const KEYWORDS: readonly SchemaKeyword[] = [
  ...lines('row', ROW),
  ...lines('form', FORM),
  ...lines('text', TEXT),
  ...lines('refused', REFUSED),
]

const byName = new Map(KEYWORDS.map((keyword) => [keyword.name, keyword]))

/** What is known of a keyword; `undefined` for one that the API server drops. */
export function keywordNamed(name: string): SchemaKeyword | undefined {
  return byName.get(name)
}

/** True when the keyword says something of what the schema describes. */
export function appliesTo(name: string, schema: Schema): boolean {
  const keyword = byName.get(name)
  return keyword !== undefined && (keyword.kinds?.includes(valueKind(schema)) ?? true)
}

/** The keywords of a schema that neither its row nor its form shows: they are in the text alone. */
export function textKeywords(schema: Schema): readonly string[] {
  return Object.keys(schema).filter((name) => {
    const keyword = byName.get(name)
    const shown = keyword?.treatment === 'row' || keyword?.treatment === 'form'
    return !shown || !appliesTo(name, schema)
  })
}
