import { isRecord } from '@/lib/promise/path'
import type { Schema } from '@/lib/schema/property'
import { escapeName } from './escape'

/** A common rule, made for one schema. */
export interface Snippet {
  /** What it demands, in a few words. */
  readonly title: string
  readonly rule: string
  readonly message: string
}

const CHANGE: Snippet = {
  title: 'It cannot change',
  rule: 'self == oldSelf',
  message: 'cannot be changed after creation',
}

/** Rules that people often want of a value with this schema, by the names of its own properties. */
export function snippetsFor(schema: Schema): readonly Snippet[] {
  if (schema['x-kubernetes-int-or-string'] === true) return [INT_OR_STRING, CHANGE]
  switch (schema.type) {
    case 'string':
      return isPlainText(schema) ? [...STRINGS, CHANGE] : [CHANGE]
    case 'integer':
      return [EVEN, ...NUMBERS, CHANGE]
    case 'number':
      return [...NUMBERS, CHANGE]
    case 'array':
      return [...listSnippets(schema), CHANGE]
    case 'object':
      return [...(isRecord(schema.additionalProperties) ? MAPS : objectSnippets(schema)), CHANGE]
    default:
      return schema.type === 'boolean' ? [CHANGE] : []
  }
}

const isPlainText = ({ format }: Schema) =>
  !['byte', 'date', 'date-time', 'duration'].includes(String(format))

const INT_OR_STRING: Snippet = {
  title: 'A percentage, where it is a text',
  rule: "type(self) == int || (type(self) == string && self.matches('^[0-9]+%$'))",
  message: 'must be a number or a percentage such as 25%',
}
const EVEN: Snippet = { title: 'An even number', rule: 'self % 2 == 0', message: 'must be even' }
const NUMBERS: readonly Snippet[] = [
  { title: 'It may only grow', rule: 'self >= oldSelf', message: 'can only be increased' },
  { title: 'It may only shrink', rule: 'self <= oldSelf', message: 'can only be decreased' },
]
const STRINGS: readonly Snippet[] = [
  {
    title: 'It begins with a prefix',
    rule: "self.startsWith('team-')",
    message: 'must begin with team-',
  },
  {
    title: 'A quantity, such as 10Gi',
    rule: 'isQuantity(self)',
    message: 'must be a quantity such as 10Gi',
  },
  {
    title: 'A URL with https',
    rule: "isURL(self) && url(self).getScheme() == 'https'",
    message: 'must be an https URL',
  },
]
const MAPS: readonly Snippet[] = [
  {
    title: 'Its keys have a form',
    rule: "self.all(key, key.matches('^[a-z][a-z0-9-]*$'))",
    message: 'keys must be lower-case words',
  },
  { title: 'A key must be there', rule: "'team' in self", message: 'must have the key team' },
]

function listSnippets({ items }: Schema): readonly Snippet[] {
  const named = isRecord(items) && isRecord(items.properties) ? Object.keys(items.properties) : []
  const [key] = named.flatMap((name) => escapeName(name) ?? [])
  const unique: Snippet =
    key === undefined
      ? {
          title: 'No item twice',
          rule: 'self.all(x, self.exists_one(y, x == y))',
          message: 'must not hold an item twice',
        }
      : {
          title: `No two items with the same ${named[0]}`,
          rule: `self.all(x, !has(x.${key}) || self.exists_one(y, has(y.${key}) && x.${key} == y.${key}))`,
          message: `must not hold two items with the same ${named[0]}`,
        }
  return [
    unique,
    {
      title: 'Items may only be added',
      rule: 'oldSelf.all(x, x in self)',
      message: 'items cannot be removed',
    },
  ]
}

function objectSnippets(schema: Schema): readonly Snippet[] {
  const properties = isRecord(schema.properties) ? Object.entries(schema.properties) : []
  const names = properties.flatMap(([name]) => (escapeName(name) === undefined ? [] : [name]))
  const [a, b] = names
  if (a === undefined || b === undefined) return []
  const [x, y] = [escapeName(a), escapeName(b)]
  const numbers = properties.filter(([, one]) => isRecord(one) && one.type === 'integer')
  return [
    {
      title: 'One of two, not both',
      rule: `has(self.${x}) != has(self.${y})`,
      message: `set either ${a} or ${b}`,
    },
    {
      title: 'At least one of two',
      rule: `has(self.${x}) || has(self.${y})`,
      message: `set ${a} or ${b}`,
    },
    {
      title: 'One needs the other',
      rule: `!has(self.${x}) || has(self.${y})`,
      message: `${a} needs ${b}`,
    },
    ...orderSnippet(numbers.map(([name]) => name)),
  ]
}

function orderSnippet([a, b]: readonly string[]): readonly Snippet[] {
  const [x, y] = [escapeName(a ?? ''), escapeName(b ?? '')]
  if (x === undefined || y === undefined) return []
  const rule = `!has(self.${x}) || !has(self.${y}) || self.${x} <= self.${y}`
  return [{ title: 'One is no more than the other', rule, message: `${a} must not exceed ${b}` }]
}
