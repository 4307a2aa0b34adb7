import { expect, test } from 'vitest'
import { crdFields, hasUnfillable, valuesIn } from './fields'

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

test('an object stands for the single values in it, however deep, without lists and maps', () => {
  const text = { type: 'string' }
  const object = (properties: object) => ({ type: 'object', properties })
  const list = { type: 'array', items: object({ name: text }) }
  const db = object({ host: text, list, limits: object({ cpu: text, labels: list }) })
  const fields = crdFields(object({ spec: object({ db, size: text, list }) }))
  const values = fields.map((field) => valuesIn(field).map(({ path }) => path.join('.')))
  expect(values).toEqual([['db.host', 'db.limits.cpu'], ['size'], []])
  expect(hasUnfillable(fields)).toBe(true)
  expect(hasUnfillable(fields.filter(({ name }) => name === 'size'))).toBe(false)
  expect(hasUnfillable(fields.filter(({ name }) => name === 'db'))).toBe(true)
})
