import { describe, expect, test } from 'vitest'
import { judgeValue, misfit, show } from './misfit'

const fault = (schema: unknown, value: unknown) => {
  const found = misfit(schema, value)
  return found && `${['value', ...found.path].join('.')} ${found.reason}`
}

test('names the type that a value lacks', () => {
  expect(fault({ type: 'integer' }, '3')).toBe('value is not an integer')
  expect(fault({ type: 'integer' }, 3.5)).toBe('value is not an integer')
  expect(fault({ type: 'integer' }, 9007199254740993n)).toBeUndefined()
  expect(fault({ type: 'number' }, 3)).toBeUndefined()
  expect(fault({ type: 'object' }, [])).toBe('value is not an object')
  expect(fault({ type: 'string' }, null)).toBe('value is null')
  expect(fault({ type: 'string', nullable: true }, null)).toBeUndefined()
  expect(fault({ 'x-kubernetes-int-or-string': true }, true)).toContain('neither')
})

test('names enum and bounds', () => {
  expect(fault({ type: 'string', enum: ['a', 'b'] }, 'c')).toBe('value is not one of "a", "b"')
  expect(fault({ type: 'integer', minimum: 2 }, 1)).toBe('value is below the minimum 2')
  expect(fault({ type: 'integer', minimum: 2, exclusiveMinimum: true }, 2)).toContain('below')
  expect(fault({ type: 'number', maximum: 2 }, 2)).toBeUndefined()
  expect(fault({ type: 'number', multipleOf: 5 }, 7)).toBe('value is not a multiple of 5')
  expect(fault({ type: 'string', maxLength: 1 }, '🙂')).toBeUndefined()
  expect(fault({ type: 'string', minLength: 3 }, 'ab')).toBe('value has fewer than 3 characters')
  expect(fault({ type: 'array', maxItems: 1 }, [1, 2])).toBe('value has more than 1 items')
})

test('an object must itself hold its required children, whatever their defaults', () => {
  const schema = { type: 'object', required: ['size'], properties: { size: { default: 's' } } }
  expect(fault(schema, {})).toBe('value lacks the required "size"')
  expect(fault(schema, { size: 's' })).toBeUndefined()
})

test('an unknown field is refused unless the schema is open', () => {
  const properties = { a: { type: 'string' } }
  expect(fault({ type: 'object', properties }, { b: 1 })).toContain('holds "b"')
  const open = { type: 'object', properties, 'x-kubernetes-preserve-unknown-fields': true }
  expect(fault(open, { b: 1 })).toBeUndefined()
  expect(fault({ type: 'object', additionalProperties: { type: 'integer' } }, { b: 'x' })).toBe(
    'value.b is not an integer',
  )
  expect(fault({ type: 'object' }, JSON.parse('{"__proto__": 1}'))).toContain('__proto__')
})

test('points into arrays and objects', () => {
  const schema = { type: 'array', items: { properties: { a: { type: 'boolean' } } } }
  expect(fault(schema, [{ a: true }, { a: 1 }])).toBe('value.1.a is not a boolean')
})

test('shows values as JSON, big integers and long texts too', () => {
  expect(show({ a: 1n })).toBe('{"a":1}')
  expect(show(12345678901234567890n)).toBe('12345678901234567890')
  expect(show('x'.repeat(200))).toHaveLength(80)
})

describe('conditions, patterns and formats', () => {
  const reason = (schema: unknown, value: unknown) => misfit(schema, value)?.reason
  test('are judged where they can be', () => {
    expect(reason({ type: 'string', pattern: '^a' }, 'b')).toBe('does not match the pattern "^a"')
    expect(reason({ type: 'string', format: 'date' }, 'b')).toBe('does not have the format date')
    const one = { type: 'object', oneOf: [{ required: ['a'] }, { required: ['b'] }] }
    const open = { ...one, 'x-kubernetes-preserve-unknown-fields': true }
    expect(reason(open, { a: 1 })).toBe(undefined)
    expect(reason(open, {})).toBe('meets none of "oneOf"')
    expect(reason(open, { a: 1, b: 1 })).toBe('meets more than one of "oneOf"')
    expect(reason({ type: 'string', not: { enum: ['a'] } }, 'a')).toBe('meets what "not" forbids')
    expect(reason({ type: 'string', anyOf: [{ minLength: 2 }] }, 'a')).toBe('meets none of "anyOf"')
    expect(reason({ type: 'string', allOf: [{ minLength: 2 }] }, 'a')).toBe(
      'has fewer than 2 characters',
    )
  })

  test('are left open where they cannot', () => {
    expect(judgeValue({ type: 'string', format: 'email' }, '"a b"@c')).toEqual({
      misfit: undefined,
      unsure: 'the format email',
    })
  })

  test('bounds of integers are cut as the API server cuts them', () => {
    expect(reason({ type: 'number', minimum: 1.5 }, 1)).toBe(undefined)
    expect(reason({ type: 'number', multipleOf: 0.1 }, 1)).toBe('is not a multiple of 0.1')
    expect(reason({ type: 'number', multipleOf: 0.1 }, 0.3)).toBe(undefined)
    expect(reason({ type: 'integer', minimum: 1.5 }, 3)).toContain('cannot be compared')
    expect(reason({ type: 'integer', format: 'int32' }, 2 ** 31)).toContain('format int32')
    // A list passes for a formatted text, but its fields are those of nobody.
    expect(reason({ type: 'string', format: 'uuid' }, [['a'], [{}]])).toBeUndefined()
    expect(reason({ type: 'string', format: 'uuid' }, [{ name: 'x' }])).toContain('"name"')
  })
})
