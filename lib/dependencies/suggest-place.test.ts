import { expect, it } from 'vitest'
import { FileContent } from '@/lib/promise/files'
import { suggestPlace } from './suggest-place'

const files = new Map([['promise.yaml', FileContent.fromText('kind: Promise\n')]])

it('small manifests go inside the Promise', () => {
  expect(suggestPlace(files, [], ['kind: Namespace\n'])).toBe('inside')
})

it('manifests that kubectl apply would refuse inside the Promise become an image', () => {
  expect(suggestPlace(files, [], [`kind: ConfigMap\ndata: { a: ${'x'.repeat(262_144)} }\n`])).toBe(
    'image',
  )
})
