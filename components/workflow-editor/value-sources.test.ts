import { expect, it } from 'vitest'
import { propertiesOf } from '@/lib/schema/properties'
import {
  proposedSource,
  sourceChoices,
  sourceId,
  sourceProperty,
  withSource,
} from './value-sources'

const text = { type: 'string' }
const properties = propertiesOf(
  {
    properties: {
      spec: {
        type: 'object',
        properties: {
          size: { type: 'string', enum: ['small'] },
          tags: { type: 'array', items: text },
          storage: { type: 'object', properties: { class: text } },
          'a.b': text,
        },
      },
    },
  },
  [],
)

it('offers the request, every scalar of the API by its path, a label and a constant', () => {
  const ids = sourceChoices(properties, { from: 'request.name' }).map((choice) => choice.id)
  expect(ids).toEqual([
    'request.name',
    'request.namespace',
    'spec.size',
    'spec.storage.class',
    'label',
    'constant',
  ])
})

it('keeps a source that the API does not have any more, and says so', () => {
  expect(sourceChoices(properties, { from: 'spec.gone' }).at(-1)?.label).toBe(
    'spec.gone (not in the API)',
  )
})

it('knows the property behind a row', () => {
  expect(sourceProperty(properties, { from: 'spec.storage.class' })?.name).toBe('class')
  expect(sourceProperty(properties, { from: 'spec.gone' })).toBeUndefined()
  expect(sourceProperty(properties, { constant: 1 })).toBeUndefined()
})

it('keeps default and mapping when the source changes, but not for a constant', () => {
  const row = { from: 'spec.size', default: 'small', map: [{ when: 'small', give: 1 }] }
  expect(withSource(row, { from: 'spec.storage.class' })).toEqual({
    ...row,
    from: 'spec.storage.class',
  })
  expect(withSource(row, { constant: 3 })).toEqual({ constant: 3 })
  expect(sourceId({ label: 'team' })).toBe('label')
})

it('proposes the property of the name of a value, also a nested one unless several have it', () => {
  const nested = propertiesOf(
    {
      properties: {
        spec: {
          type: 'object',
          properties: {
            class: text,
            tags: { type: 'array', items: text },
            disk: { type: 'object', properties: { class: text, memory: text, zone: text } },
            backup: { type: 'object', properties: { zone: text } },
          },
        },
      },
    },
    [],
  )
  expect(proposedSource(nested, 'memory')).toBe('spec.disk.memory')
  expect(proposedSource(nested, 'class')).toBe('spec.class')
  expect(proposedSource(nested, 'zone')).toBe('request.name')
  expect(proposedSource(nested, 'gone')).toBe('request.name')
})
