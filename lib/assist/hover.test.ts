import { expect, it } from 'vitest'
import { filesOf, type Texts } from '@/lib/commands/testing'
import { hover } from './hover'

/** What is said where `‸` stands. */
function said(text: string, path = 'promise.yaml', beside: Texts = {}) {
  const plain = text.replace('‸', '')
  const found = hover(filesOf({ ...beside, [path]: plain }), path, plain, text.indexOf('‸'))
  return found && { ...found, range: plain.slice(found.range.from, found.range.to) }
}

it('says what a key means, what it holds and who says so', () => {
  expect(said('kind: Promise\nspec:\n  requ‸iredPromises: []\n')).toMatchObject({
    range: 'requiredPromises',
    type: 'list of RequiredPromise',
    about: 'Promises that must be installed and available first.',
    source: 'Kratix, PromiseSpec',
    required: false,
  })
  expect(said('ki‸nd: Promise\n')?.required).toBe(true)
})

it('says what the value means where it is one of several', () => {
  const api = (line: string) =>
    `kind: Promise\nspec:\n  api:\n    spec:\n      versions:\n        - schema:\n            openAPIV3Schema:\n              ${line}\n`
  expect(said(api('x-kubernetes-list-type: ma‸p'))).toMatchObject({
    range: 'map',
    value: 'items are merged by their x-kubernetes-list-map-keys',
  })
  expect(said(api('$re‸f: x'))?.about).toMatch(/^Refused by the API server/)
})

it('says of a field of a request what its schema describes', () => {
  const promise = `kind: Promise
spec:
  api:
    spec:
      group: acme.dev
      names: { kind: Cache }
      versions:
        - name: v1
          schema:
            openAPIV3Schema:
              properties:
                spec:
                  type: object
                  required: [size]
                  properties:
                    size: { type: integer, description: In gigabytes. }
`
  const request = 'apiVersion: acme.dev/v1\nkind: Cache\nspec:\n  si‸ze: 1\n'
  expect(said(request, 'example-resource.yaml', { 'promise.yaml': promise })).toMatchObject({
    about: 'In gigabytes.',
    type: 'integer',
    required: true,
    source: 'The API of this Promise',
  })
})

it('says nothing where there is nothing to say of', () => {
  expect(said('kind: Promise\n‸\n')).toBeUndefined()
  expect(said('kind: Promise\nnon‸sense: 1\n')).toBeUndefined()
  expect(said('# comm‸ent\nkind: Promise\n')).toBeUndefined()
})
