import { expect, test } from 'vitest'
import { crdFields } from './fields'

test('what is not one value says in short why it cannot be offered', () => {
  const text = { type: 'string' }
  const spec = {
    type: 'object',
    properties: {
      size: text,
      port: { 'x-kubernetes-int-or-string': true },
      db: { type: 'object', properties: { host: text } },
      labels: { type: 'object', additionalProperties: text },
      tags: { type: 'array', items: text },
      free: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
      any: { 'x-kubernetes-preserve-unknown-fields': true },
    },
  }
  const fields = crdFields({ type: 'object', properties: { spec } })
  expect(Object.fromEntries(fields.map(({ name, closed }) => [name, closed]))).toEqual({
    size: undefined,
    port: undefined,
    db: 'choose what is in it',
    labels: 'a map: not one value',
    tags: 'a list: not one value',
    free: 'of any form: not one value',
    any: 'of any form: not one value',
  })
})
