import { expect, test } from 'vitest'
import { WAYS } from './field-table'
import { withFields } from './way-fields'

const fieldsOf = (struct: string, label: string) => {
  const way = WAYS[struct]?.ways.find((one) => one.label === label)
  if (!way) throw new Error(`${struct} has no ${label}`)
  return withFields(struct, way).fields
}

test('a way knows the fields of its struct, also of one below another', () => {
  expect(fieldsOf('EnvVar', 'a Secret')).toEqual({
    ...{ name: 'string', key: 'string', optional: 'bool' },
  })
  expect(fieldsOf('Volume', 'a ConfigMap')).toMatchObject({
    defaultMode: 'int32',
    items: '[]KeyToPath',
  })
  expect(fieldsOf('Volume', 'fields of the Pod')).toMatchObject({
    items: '[]DownwardAPIVolumeFile',
  })
})

test('a way that is a text has no fields; every other one has', () => {
  expect(fieldsOf('EnvVar', 'a value')).toEqual({})
  for (const [struct, { ways }] of Object.entries(WAYS)) {
    for (const way of ways.filter(({ start }) => typeof start === 'object')) {
      expect(Object.keys(withFields(struct, way).fields), way.label).not.toEqual([])
    }
  }
})
