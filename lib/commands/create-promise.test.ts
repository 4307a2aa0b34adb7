import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPromise } from '@/lib/promise/read'
import { promiseDocument } from '@/lib/yaml/document'
import { addApi, kindOf } from './add-api'
import { newPromise } from './create-promise'
import { readSettings } from './settings'
import { after, refusal, textsOf } from './testing'

const redis = { name: 'redis', group: 'mygroup.org', kind: 'Redis' }

test('a new Promise reads as a good engineer would write it', () => {
  expect(textsOf(newPromise({ ...redis, registry: 'ghcr.io/acme' }))).toEqual({
    'promise.yaml': `apiVersion: platform.kratix.io/v1alpha1
kind: Promise
metadata:
  name: redis
  labels:
    kratix.io/promise-version: v0.1.0
spec:
  api:
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata:
      name: redises.mygroup.org
    spec:
      group: mygroup.org
      scope: Namespaced
      names:
        kind: Redis
        plural: redises
        singular: redis
      versions:
        - name: v1alpha1
          served: true
          storage: true
          schema:
            openAPIV3Schema:
              type: object
              required:
                - spec
              properties:
                spec:
                  type: object
                  properties:
                    size:
                      type: string
                      description: Size of the Redis
                      default: small
                      enum:
                        - small
                        - large
`,
    '.promise-designer.yaml': `# Settings of Promise Designer: what promise.yaml has no place for.
# A step is named type/action/pipeline/container.
version: 1
images:
  registry: ghcr.io/acme
`,
  })
})

test('its names can be given', () => {
  const own = newPromise({
    ...redis,
    plural: 'redis',
    singular: 'r',
    version: 'v1',
    crdName: 'x.y',
  })
  const view = readPromise(promiseDocument([...own.values()][0] as never)?.value())
  expect(view.api).toMatchObject({ plural: 'redis', singular: 'r', crdName: 'x.y' })
  expect(view.api?.versions[0]?.name).toBe('v1')
})

test('whatever is typed is read back as that, and no more', () => {
  const hostile = [
    'a: {b',
    'x\ny',
    '${x}',
    '"; rm -rf /',
    '$(id)',
    '*/',
    '__proto__',
    'yes',
    '010',
    '',
    ' ',
    '#',
    '\u2028',
    '- a',
    '&a',
    '*a',
    '!!int 1',
    '---',
  ]
  const text = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary', maxLength: 20 }))
  const fields = fc.record({
    name: text,
    group: text,
    kind: text,
    version: text,
    plural: text,
    singular: text,
    crdName: text,
    registry: text,
  })
  fc.assert(
    fc.property(fields, (given) => {
      const files = newPromise(given)
      const content = files.get('promise.yaml')
      const document = content && promiseDocument(content)
      expect(document?.problems).toEqual([])
      const view = readPromise(document?.value())
      const well = (one: string) => one.toWellFormed()
      expect(view).toMatchObject({
        name: well(given.name),
        version: 'v0.1.0',
        api: {
          group: well(given.group),
          kind: well(given.kind),
          plural: well(given.plural),
          singular: well(given.singular),
          crdName: well(given.crdName),
          scope: 'Namespaced',
        },
        dependencies: [],
      })
      expect(view.api?.versions.map(({ name }) => name)).toEqual([well(given.version)])
      const registry = given.registry === '' ? undefined : { registry: well(given.registry) }
      expect(readSettings(files).settings.images).toEqual(registry)
    }),
  )
})

test('a Promise without an API gets one named after itself', () => {
  const bare = {
    'promise.yaml':
      'apiVersion: platform.kratix.io/v1alpha1\nkind: Promise\nmetadata:\n  name: my-redis\nspec: {}\n',
  }
  const made = after(bare, addApi())
  expect(made['promise.yaml']).toContain('kind: MyRedis\n')
  expect(made['promise.yaml']).toContain('name: myredises.my-redis.example.org')
  expect(refusal(made, addApi())).toContain('already')
})

test('a kind is made of any name', () => {
  expect(['my-redis', 'redis', '1-x', '', '💥'].map(kindOf)).toEqual([
    'MyRedis',
    'Redis',
    'X',
    'Resource',
    'Resource',
  ])
})
