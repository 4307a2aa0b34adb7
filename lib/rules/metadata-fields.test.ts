import { expect, test } from 'vitest'
import { metadataFields } from './metadata-fields'
import { fixed, GOOD, report, spoilt } from './testing'

test('metadata hold what the API server takes', () => {
  expect(report(metadataFields, GOOD)).toEqual([])
  const text = spoilt([
    '  name: redis\n  labels',
    '  name: redis\n  generateName: A\n  finalizers: [a b]\n  ownerReferences: [{kind: A, name: a, uid: u}]\n  labels',
  ])
  const found = report(metadataFields, text)
  expect(found.map((line) => line.split(':')[0])).toEqual([
    'error metadata.generateName',
    'error metadata.finalizers[0]',
    'error metadata.ownerReferences[0].apiVersion',
  ])
})

test('a Promise has no namespace, and neither has its API; the fix removes it', () => {
  const text = spoilt(
    ['  name: redis\n  labels', '  name: redis\n  namespace: a\n  labels'],
    ['redises.mygroup.org\n', 'redises.mygroup.org\n      namespace: b\n'],
  )
  expect(report(metadataFields, text)).toHaveLength(2)
  expect(fixed(metadataFields, text)).toEqual({ text: GOOD, left: [] })
})
