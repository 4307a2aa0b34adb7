import { expect, test } from 'vitest'
import { reportSchemaUpdate } from './testing'
import { updateMerging } from './update-merging'

test('a list that is merged in another way', () => {
  const list = (more: string) =>
    `{type: object, properties: {tags: {type: array, items: {type: string}${more}}}}`
  expect(reportSchemaUpdate(updateMerging, list(''), list(''))).toEqual([])
  expect(
    reportSchemaUpdate(updateMerging, list(''), list(', x-kubernetes-list-type: set')),
  ).toEqual([
    'properties.tags.x-kubernetes-list-type: spec.tags is merged in another way (x-kubernetes-list-type was not set): fields change their owners, and what is there twice becomes invalid.',
  ])
})
