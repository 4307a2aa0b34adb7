import { describe, expect, it } from 'vitest'
import { filesOf } from '@/lib/commands/testing'
import { FileContent, type Files } from '@/lib/promise/files'
import { parseYaml } from '@/lib/yaml/document'
import { type Completion, complete } from './complete'

const PROMISE = `apiVersion: platform.kratix.io/v1alpha1
kind: Promise
metadata:
  name: cache
spec:
  api:
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata:
      name: caches.acme.dev
    spec:
      group: acme.dev
      names: { kind: Cache, plural: caches, singular: cache }
      scope: Namespaced
      versions:
        - name: v1
          served: true
          storage: true
          schema:
            openAPIV3Schema:
              type: object
              properties:
                spec:
                  type: object
                  properties:
                    size:
                      type: string
                      enum: [small, large]
                      default: small
                      description: How big it is.
                    backups:
                      type: array
                      items:
                        type: object
                        properties:
                          keep: { type: integer }
                          daily: { type: boolean }
                  ‸
  workflows:
    resource:
      configure:
        - apiVersion: platform.kratix.io/v1alpha1
          kind: Pipeline
          metadata:
            name: p
          spec:
            containers:
              - name: one
                image: acme/one:v1
`

/** What is offered where \`‸\` stands in the text. */
function offered(text: string, path = 'promise.yaml', files: Files = new Map()) {
  const offset = text.indexOf('‸')
  const plain = text.replace('‸', '')
  const all = new Map([...files, [path, FileContent.fromText(plain)]])
  const found = complete(all, path, plain, offset)
  const labels = found?.items.map(({ label }) => label) ?? []
  const take = (label: string) => {
    const item = found?.items.find((one) => one.label === label)
    if (!found || !item) throw new Error(`${label} is not among ${labels.join(', ')}`)
    return written(plain, found.word, item)
  }
  return { labels, take, items: found?.items ?? [] }
}

/** The text with the item taken, and the cursor in it. */
function written(text: string, word: { from: number; to: number }, item: Completion): string {
  const put = `${item.insert.slice(0, item.cursor)}‸${item.insert.slice(item.cursor)}`
  return text.slice(0, word.from) + put + text.slice(word.to)
}

/** The Promise above with other text at the cursor. */
const inSpec = (line: string) => PROMISE.replace('                  ‸', line)

describe('completion in promise.yaml', () => {
  it('offers what a new Promise must have, first', () => {
    expect(offered('‸').labels).toEqual(['apiVersion', 'kind', 'metadata', 'spec'])
    const one = offered('kind: Promise\n‸')
    expect(one.labels).toEqual(['apiVersion', 'metadata', 'spec'])
    expect(one.take('spec')).toBe('kind: Promise\nspec:\n  ‸')
  })

  it('offers keys in an empty line, by its place', () => {
    const { labels, take } = offered(PROMISE)
    expect(labels).toContain('required')
    expect(labels).not.toContain('properties')
    expect(labels).not.toContain('pattern')
    expect(labels).not.toContain('$ref')
    expect(take('required')).toContain('                  required:\n                    - ‸\n')
  })

  it('offers the names of properties that are not required yet', () => {
    const line = '                  required:\n                    - size\n                    - ‸'
    expect(offered(inSpec(line)).labels).toEqual(['backups'])
    expect(offered(inSpec('                  required: [ba‸]')).labels).toEqual(['size', 'backups'])
  })

  it('replaces the word that is half typed', () => {
    const { take } = offered(inSpec('                  desc‸'))
    expect(take('description')).toContain('\n                  description: ‸\n')
  })

  it('renames a key that has its colon, and leaves its value', () => {
    const { take, labels } = offered('kind: Promise\nsp‸: {}\n')
    expect(labels).toContain('spec')
    expect(take('spec')).toBe('kind: Promise\nspec‸: {}\n')
  })

  it('offers values, also in quotes and in flow', () => {
    expect(offered('kind: Promise\napiVersion: ‸').labels).toEqual(['platform.kratix.io/v1alpha1'])
    const flow = offered(inSpec('                  x-kubernetes-map-type: "at‸"'))
    expect(flow.labels).toEqual(['granular', 'atomic'])
    expect(flow.take('atomic')).toContain('x-kubernetes-map-type: atomic‸\n')
    const text = PROMISE.replace('‸', '').replace('keep: { type: integer }', 'keep: { type: ‸ }')
    expect(offered(text).labels).toContain('boolean')
    const key = PROMISE.replace('‸', '').replace(
      'keep: { type: integer }',
      'keep: { type: integer, m‸ }',
    )
    expect(offered(key).labels).toContain('minimum')
    expect(offered(key).labels).not.toContain('minLength')
    expect(offered(key).take('enum')).toContain('{ type: integer, enum: [‸] }')
  })

  it('offers formats of the type, and the values of the enum as default', () => {
    const text = PROMISE.replace('‸', '')
    const format = text.replace('default: small', 'format: ‸')
    expect(offered(format).labels).toContain('date-time')
    expect(offered(format).labels).not.toContain('int32')
    expect(offered(text.replace('default: small', 'default: ‸')).labels).toEqual(['small', 'large'])
  })

  it('begins items of lists, with the indent of the document', () => {
    const text = PROMISE.replace('‸', '')
    const next = `${text}              ‸`
    const { labels, take } = offered(next)
    expect(labels.slice(0, 2)).toEqual(['name', 'image'])
    expect(take('name')).toContain('\n              - name: ‸')
    expect(offered(`${text}              - ‸`).take('env')).toContain(
      '              - env:\n                  - ‸',
    )
    const list = 'kind: Promise\nspec:\n    requiredPromises:\n        '
    expect(offered(`${list}‸`).take('name')).toBe(`${list}- name: ‸`)
  })

  it('offers the volumes of the pipeline, columns of the schema and the name of the API', () => {
    const text = PROMISE.replace('‸', '')
    const mounts = '                volumeMounts:\n                  - name: ‸\n'
    const volumes =
      '            volumes:\n              - name: scratch\n                emptyDir: {}\n'
    expect(offered(text + mounts + volumes).labels).toEqual(['scratch'])
    const columns = text.replace(
      '          schema:',
      '          additionalPrinterColumns:\n            - { name: Size, type: string, jsonPath: ‸ }\n          schema:',
    )
    expect(offered(columns).labels).toContain('.spec.size')
    expect(offered(text.replace('caches.acme.dev', '‸')).labels).toEqual(['caches.acme.dev'])
  })

  it('says nothing in comments, in block scalars and where nothing is known', () => {
    expect(offered('kind: Promise # ‸').labels).toEqual([])
    expect(offered('kind: Promise\nmetadata:\n  annotations:\n    a: |\n      ‸\n').labels).toEqual(
      [],
    )
    expect(offered('kind: Promise\nspec:\n  nonsense:\n    ‸\n').labels).toEqual([])
  })

  it('keeps the line ends of the file', () => {
    const { take } = offered('kind: Promise\r\nmetadata:\r\n  name: a\r\n‸')
    expect(take('spec')).toBe('kind: Promise\r\nmetadata:\r\n  name: a\r\nspec:\r\n  ‸')
  })

  it('gives text that reads: no key that is taken adds a syntax error', () => {
    const places = [
      PROMISE,
      inSpec('                  desc‸'),
      `${PROMISE.replace('‸', '')}              ‸`,
    ]
    for (const text of places) {
      const { items, take } = offered(text)
      expect(items.length).toBeGreaterThan(3)
      for (const { label } of items) {
        const errors = parseYaml(take(label).replace('‸', ''))[0]?.problems
        expect([label, errors]).toEqual([label, []])
      }
    }
  })
})

describe('completion beside promise.yaml', () => {
  const files = filesOf({ 'promise.yaml': PROMISE.replace('                  ‸\n', '') })

  it('knows requests by the schema of the API', () => {
    const request = 'apiVersion: acme.dev/v1\nkind: Cache\nmetadata:\n  name: a\nspec:\n'
    expect(offered(`${request}  ‸`, 'example-resource.yaml', files).labels).toEqual([
      'size',
      'backups',
    ])
    const size = offered(`${request}  size: ‸`, 'example-resource.yaml', files)
    expect(size.items.map(({ label, about }) => [label, about])).toEqual([
      ['small', 'the default'],
      ['large', 'How big it is.'],
    ])
    const nested = offered(
      `${request}  backups:\n    - keep: 1\n      ‸`,
      'example-resource.yaml',
      files,
    )
    expect(nested.labels).toEqual(['daily'])
    expect(offered('kind: ‸', 'example-resource.yaml', files).labels[0]).toBe('Cache')
    expect(offered('kind: Cache\napiVersion: ‸', 'request.yaml', files).labels).toEqual([
      'acme.dev/v1',
    ])
  })

  it('knows the settings by the schema that they are read with', () => {
    const path = '.promise-designer.yaml'
    expect(offered('version: 1\n‸', path, files).labels).toContain('steps')
    const step = 'version: 1\nsteps:\n  '
    expect(offered(`${step}‸`, path, files).take('resource/configure/p/one')).toContain(
      'steps:\n  resource/configure/p/one:',
    )
    const render = `${step}resource/configure/p/one:\n    kind: render\n`
    expect(offered(`${render}    language: ‸`, path, files).labels).toEqual([
      'go',
      'typescript',
      'python',
      'bash',
    ])
    expect(
      offered(`${render}    values:\n      size:\n        from: ‸`, path, files).labels,
    ).toEqual(['request.name', 'request.namespace', 'spec.size', 'spec.backups'])
  })

  it('knows the parts of a split repository by their place in the Promise', () => {
    const head =
      'apiVersion: platform.kratix.io/v1alpha1\nkind: Promise\nmetadata:\n  name: a\nspec: {}\n'
    const api = 'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\n‸'
    expect(offered(api, 'api.yaml', filesOf({ 'promise.yaml': head })).labels).toEqual([
      'metadata',
      'spec',
    ])
    const part = 'workflows/resource/configure/workflow.yaml'
    const split = filesOf({ 'promise.yaml': head, 'api.yaml': api.replace('‸', '') })
    expect(offered('- apiVersion: platform.kratix.io/v1alpha1\n  ‸', part, split).labels).toEqual([
      'kind',
      'metadata',
      'spec',
    ])
  })

  it('knows custom resources whose definition lies in the repository', () => {
    const crd = PROMISE.replace('                  ‸\n', '')
      .split('\n')
      .slice(6, -14)
      .map((line) => line.slice(4))
      .join('\n')
    const path = 'workflows/resource/configure/p/one/resources/cache.yaml'
    const text = 'apiVersion: acme.dev/v1\nkind: Cache\nspec:\n  ‸'
    expect(offered(text, path, filesOf({ 'dependencies/crd.yaml': crd })).labels).toEqual([
      'size',
      'backups',
    ])
  })

  it('has nothing to say of other files', () => {
    expect(offered('‸', 'README.md', files).labels).toEqual([])
  })
})
