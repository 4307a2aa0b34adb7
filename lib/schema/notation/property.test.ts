import { describe, expect, it, vi } from 'vitest'
import { whereOptionsBegin } from './options'
import { readNotation } from './property'

const read = (text: string) => {
  const result = readNotation(text)
  return result.ok ? result.property : result.reason
}
const schema = (text: string) => {
  const result = readNotation(text)
  return result.ok ? result.property.schema : result.reason
}

describe('a property in short', () => {
  it('is a string when no type is given', () => {
    expect(read(' region ')).toEqual({
      names: ['region'],
      schema: { type: 'string' },
      required: false,
      typed: false,
    })
  })

  it.each([
    ['a:integer', { type: 'integer' }],
    ['a:object', { type: 'object', properties: {} }],
    ['a:', { type: 'object', properties: {} }],
    ['a:any', { 'x-kubernetes-preserve-unknown-fields': true }],
    ['a:free-form', { type: 'object', 'x-kubernetes-preserve-unknown-fields': true }],
    ['a:int-or-string=25%', { default: '25%', 'x-kubernetes-int-or-string': true }],
    ['a:date-time', { type: 'string', format: 'date-time' }],
    ['a:int32', { type: 'integer', format: 'int32' }],
    ['a:string[]', { type: 'array', items: { type: 'string' } }],
    ['a: object[ ]', { type: 'array', items: { type: 'object', properties: {} } }],
    ['a:number[][]', { type: 'array', items: { type: 'array', items: { type: 'number' } } }],
    ['a:map[string]', { type: 'object', additionalProperties: { type: 'string' } }],
    [
      'a: map[ map[integer] [] ]',
      {
        type: 'object',
        additionalProperties: {
          type: 'array',
          items: { type: 'object', additionalProperties: { type: 'integer' } },
        },
      },
    ],
    ['a: small | large', { type: 'string', enum: ['small', 'large'] }],
    ['a:"one two"|three', { type: 'string', enum: ['one two', 'three'] }],
    ['a:1|3|5=3', { type: 'integer', default: 3, enum: [1, 3, 5] }],
    ['a:"14"|"15"', { type: 'string', enum: ['14', '15'] }],
    ['a:(x|y)[]', { type: 'array', items: { type: 'string', enum: ['x', 'y'] } }],
  ])('takes the type of %s', (text, expected) => {
    expect(schema(text)).toEqual(expected)
  })

  it.each([
    ['a:integer=3', { type: 'integer', default: 3 }],
    ['a:small|large=small', { type: 'string', default: 'small', enum: ['small', 'large'] }],
    ['note=a: {b', { type: 'string', default: 'a: {b' }],
    ['note=a b "c"', { type: 'string', description: 'c', default: 'a b' }],
    ['note="a b" "c"', { type: 'string', description: 'c', default: 'a b' }],
    ['note=a "b" "c"', { type: 'string', description: 'c', default: 'a "b"' }],
    ['note=! really !', { type: 'string', default: '! really' }],
    ['note= "c"', { type: 'string', default: 'c' }],
    ['a:integer= 3 1..9', { type: 'integer', default: 3, minimum: 1, maximum: 9 }],
    ['a:int-or-string=25% of it', { default: '25% of it', 'x-kubernetes-int-or-string': true }],
    [
      'l:string[]=["]", "\\"["] "closed"',
      {
        type: 'array',
        description: 'closed',
        default: [']', '"['],
        items: { type: 'string' },
      },
    ],
    ['note=', { type: 'string', default: '' }],
    ['on:boolean=true', { type: 'boolean', default: true }],
    [
      'l:string[]=["a", "b c"] 1..5',
      { type: 'array', default: ['a', 'b c'], items: { type: 'string' }, minItems: 1, maxItems: 5 },
    ],
    [
      'm:map[integer]={"a": 1}',
      { type: 'object', default: { a: 1 }, additionalProperties: { type: 'integer' } },
    ],
  ])('takes the default of %s', (text, expected) => {
    expect(schema(text)).toEqual(expected)
  })

  it.each([
    [
      'replicas:integer=1 1..9 "How many"',
      { type: 'integer', description: 'How many', default: 1, minimum: 1, maximum: 9 },
    ],
    ['a:number >0 <=1.5', { type: 'number', minimum: 0, exclusiveMinimum: true, maximum: 1.5 }],
    ['a 1..63', { type: 'string', minLength: 1, maxLength: 63 }],
    ['a:string[] ..3', { type: 'array', items: { type: 'string' }, maxItems: 3 }],
    [
      'a:map[string] 1..',
      { type: 'object', additionalProperties: { type: 'string' }, minProperties: 1 },
    ],
    ['a /^[a-z /]+$/', { type: 'string', pattern: '^[a-z /]+$' }],
    ['a:string[] /^a\\/b$/', { type: 'array', items: { type: 'string', pattern: '^a/b$' } }],
  ])('takes the bounds, pattern and description of %s', (text, expected) => {
    expect(schema(text)).toEqual(expected)
  })

  it.each(['name!', 'name:string!', 'name:string! /^[a-z]+$/', 'name /^[a-z]+$/ !', 'name=x !'])(
    'takes %s as required',
    (text) => {
      expect(read(text)).toMatchObject({ names: ['name'], required: true })
    },
  )

  it('takes names with dots, and quoted ones', () => {
    expect(read('db.port:integer')).toMatchObject({ names: ['db', 'port'] })
    expect(read('"a.b"."c d":integer')).toMatchObject({ names: ['a.b', 'c d'] })
    expect(read('__proto__')).toMatchObject({ names: ['__proto__'] })
  })

  it.each([
    ['', 'name'],
    ['a.', 'name'],
    [':string', 'name'],
    ['a:int', 'write integer'],
    ['a:wrong', '"wrong" is no type'],
    ['a:integer=three', 'not an integer'],
    ['a:integer=1 1..x', '"1..x" is not understood'],
    ['a:integer=10 1..9', 'above the maximum 9'],
    ['a:small|large=huge', 'is not one of "small", "large"'],
    ['a:integer 9..1', 'minimum 9 is above the maximum 1'],
    ['a:integer 1..9 2..', 'twice'],
    ['a:integer 1.5..2', 'not an integer'],
    ['a:string >1', 'whole numbers'],
    ['a:boolean 1..2', 'A boolean has no bounds'],
    ['a:integer /x/', 'An integer has no pattern'],
    ['a /(/', 'pattern is wrong'],
    ['a:map[string', '"]" is missing'],
    ['a:string[', 'not understood'],
    ['a:string[]=[1]', 'is not a string'],
    ['a:object={"b": 1}', 'does not know'],
    ['a:string[]=["x"', 'no end'],
    ['a "one" "two"', 'two descriptions'],
    ['a="one"two', 'no end'],
    ['a:string[]=["x"] y', '"y" is not understood'],
    ['a:string[]=[x]', 'Write it as JSON'],
    [`a=${'x '.repeat(1000)}`, 'longer than 2,000 characters'],
  ])('says what is wrong with %s', (text, reason) => {
    expect(read(text)).toContain(reason)
  })

  it('reads a default and its options once, however many words they are', () => {
    const options = '1..9 '.repeat(390)
    expect(whereOptionsBegin(`${options}z`)).toBe(options.length + 1)
    const exec = vi.spyOn(RegExp.prototype, 'exec')
    whereOptionsBegin(`${options}z`)
    const once = exec.mock.calls.length
    exec.mockClear()
    whereOptionsBegin(`${options}${options}z`)
    const twice = exec.mock.calls.length
    exec.mockRestore()
    expect(once).toBeGreaterThan(390)
    expect(twice).toBeLessThan(once * 2.2)
  })
})
