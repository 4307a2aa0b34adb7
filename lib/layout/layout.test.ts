import { describe, expect, it } from 'vitest'
import { applyFileEdits } from '@/lib/promise/command'
import { FileContent, PROMISE_FILE } from '@/lib/promise/files'
import { insertItem, removeAt, renameKey, setValue } from '@/lib/yaml/edit'
import { assemble, layoutOf, promiseContent } from './assemble'
import { distribute } from './distribute'
import { isSplitRoot, unreadParts } from './parts'
import { toPromise, toReal } from './places'
import { changed, edit, GROWN_SPLIT, HEAD, INIT_SPLIT, promiseOf, repository } from './testing'

const WORKFLOW = 'workflows/resource/configure/workflow.yaml'
const PIPELINES = ['spec', 'workflows', 'resource', 'configure']
const SPEC = [
  'spec',
  'api',
  'spec',
  'versions',
  0,
  'schema',
  'openAPIV3Schema',
  'properties',
  'spec',
]

describe('a split repository', () => {
  it('is read as one Promise, from what the CLI writes first', () => {
    const files = repository(INIT_SPLIT)
    expect(promiseOf(files).value()).toMatchObject({
      kind: 'Promise',
      metadata: { name: 'redis-service' },
      spec: { api: { kind: 'CustomResourceDefinition', spec: { names: { kind: 'Redis' } } } },
    })
    expect(promiseOf(files).problems).toEqual([])
  })

  it('puts every part below its key', () => {
    const files = repository(GROWN_SPLIT)
    expect(promiseContent(files)?.text).toMatchInlineSnapshot(`
      "apiVersion: platform.kratix.io/v1alpha1
      kind: Promise
      metadata:
        name: redis-service
      spec:
        api:
          apiVersion: apiextensions.k8s.io/v1
          kind: CustomResourceDefinition
          metadata:
            name: redis.marketplace.kratix.io
          spec:
            group: marketplace.kratix.io
            names:
              kind: Redis
              plural: redis
              singular: redis
            scope: Namespaced
            versions:
              - name: v1alpha1
                schema:
                  openAPIV3Schema:
                    type: object
                    properties:
                      spec:
                        default: {}
                        type: object
                        
                served: true
                storage: true
        dependencies:
          - apiVersion: v1
            kind: Namespace
            metadata:
              name: redis
              namespace: default
          - apiVersion: v1
            data:
              note: |
                two lines

                and a blank one
            kind: ConfigMap
            metadata:
              name: settings
              namespace: default
        workflows:
          resource:
            configure:
              - apiVersion: platform.kratix.io/v1alpha1
                kind: Pipeline
                metadata:
                  name: instance
                spec:
                  containers:
                  - image: registry.example.com/team/redis:v1.0.0
                    name: team-redis
      "
    `)
  })

  it('keeps the Promise the same object while no part changes', () => {
    const files = repository(GROWN_SPLIT)
    const other = new Map(files).set('notes.txt', files.get('README.md') as never)
    expect(promiseContent(other)).toBe(promiseContent(files))
    expect(assemble(files)).toBe(assemble(files))
    expect(assemble(assemble(files))).toBe(assemble(files))
  })

  it('takes name, labels and selectors from a promise.yaml without an API', () => {
    const files = repository({ ...GROWN_SPLIT, [PROMISE_FILE]: HEAD })
    const value = promiseOf(files).value()
    expect(value).toMatchObject({
      metadata: { name: 'redis' },
      spec: {
        api: { kind: 'CustomResourceDefinition' },
        dependencies: [{ kind: 'Namespace' }, { kind: 'ConfigMap' }],
        destinationSelectors: [{ matchLabels: { environment: 'dev' } }],
        workflows: {
          config: { pipelineNamespace: 'platform' },
          resource: { configure: [{ metadata: { name: 'instance' } }] },
        },
      },
    })
  })

  it('is flat when promise.yaml has an API of its own, or there is but an OpenAPI document', () => {
    const promise = 'kind: Promise\nspec:\n  api:\n    kind: CustomResourceDefinition\n'
    const built = repository({ ...GROWN_SPLIT, [PROMISE_FILE]: promise })
    expect(assemble(built)).toBe(built)
    expect(unreadParts(built)).toEqual(['api.yaml', 'dependencies.yaml', WORKFLOW])
    const other = repository({ ...GROWN_SPLIT, 'api.yaml': 'openapi: 3.1.0\n' })
    expect(layoutOf(other)).toBeUndefined()
  })

  it('is found by its folder', () => {
    const below = Object.entries(GROWN_SPLIT).map(([path, text]) => [`team/${path}`, text])
    const files = repository(Object.fromEntries(below))
    expect(isSplitRoot(files, 'team')).toBe(true)
    expect(isSplitRoot(files, '')).toBe(false)
    expect(isSplitRoot(repository({ 'api.yaml': INIT_SPLIT['api.yaml'] ?? '' }), '')).toBe(false)
  })
})

describe('an edit of the Promise', () => {
  const files = repository(GROWN_SPLIT)

  it('changes the API in api.yaml alone', () => {
    const after = edit(files, (one) =>
      setValue(one, [...SPEC, 'properties'], { size: { type: 'string' } }),
    )
    expect(changed(files, after)).toEqual(['api.yaml'])
    expect(after.get('api.yaml')?.text).toBe(
      (GROWN_SPLIT['api.yaml'] ?? '').replace(
        'type: object\n              \n',
        'type: object\n              properties:\n                size:\n                  type: string\n              \n',
      ),
    )
  })

  it('changes a step in its workflow.yaml alone, an image by its letters alone', () => {
    const path = [...PIPELINES, 0, 'spec', 'containers', 0, 'image']
    const after = edit(files, (one) => setValue(one, path, 'team/redis:v2'))
    expect(changed(files, after)).toEqual([WORKFLOW])
    expect(after.get(WORKFLOW)?.text).toBe(
      GROWN_SPLIT[WORKFLOW]?.replace('registry.example.com/team/redis:v1.0.0', 'team/redis:v2'),
    )
  })

  it('adds a step at the end of its file', () => {
    const step = { name: 'more', image: 'team/more:v1' }
    const after = edit(files, (one) =>
      insertItem(one, [...PIPELINES, 0, 'spec', 'containers'], 1, step),
    )
    expect(changed(files, after)).toEqual([WORKFLOW])
    expect(after.get(WORKFLOW)?.text).toBe(
      `${GROWN_SPLIT[WORKFLOW]}    - name: more\n      image: team/more:v1\n`,
    )
  })

  it('removes one dependency of two, and the last one', () => {
    const one = edit(files, (document) => removeAt(document, ['spec', 'dependencies', 0]))
    expect(changed(files, one)).toEqual(['dependencies.yaml'])
    expect(one.get('dependencies.yaml')?.text).toMatch(/^- apiVersion: v1\n {2}data:/)
    const none = edit(one, (document) => removeAt(document, ['spec', 'dependencies', 0]))
    expect(changed(one, none)).toEqual(['dependencies.yaml'])
    expect(promiseOf(none).value()).not.toHaveProperty('spec.dependencies.0')
  })

  it('fills an empty dependencies.yaml', () => {
    const empty = repository(INIT_SPLIT)
    const after = edit(empty, (one) =>
      setValue(one, ['spec', 'dependencies'], [{ apiVersion: 'v1', kind: 'Namespace' }]),
    )
    expect(changed(empty, after)).toEqual(['dependencies.yaml'])
    expect(after.get('dependencies.yaml')?.text).toBe('- apiVersion: v1\n  kind: Namespace\n')
  })

  it('writes a new workflow.yaml for a workflow that had none', () => {
    const pipeline = { apiVersion: 'platform.kratix.io/v1alpha1', kind: 'Pipeline' }
    const after = edit(files, (one) =>
      setValue(one, ['spec', 'workflows', 'promise', 'configure'], [pipeline]),
    )
    expect(changed(files, after)).toEqual(['workflows/promise/configure/workflow.yaml'])
    expect(after.get('workflows/promise/configure/workflow.yaml')?.text).toBe(
      '- apiVersion: platform.kratix.io/v1alpha1\n  kind: Pipeline\n',
    )
  })

  it('writes promise.yaml when the head is touched, and then only there', () => {
    const labelled = edit(files, (one) =>
      setValue(one, ['metadata', 'labels'], { 'kratix.io/promise-version': 'v1.0.0' }),
    )
    expect(changed(files, labelled)).toEqual([PROMISE_FILE])
    expect(labelled.get(PROMISE_FILE)?.text).toBe(
      'apiVersion: platform.kratix.io/v1alpha1\nkind: Promise\nmetadata:\n  name: redis-service\n  labels:\n    kratix.io/promise-version: v1.0.0\nspec: {}\n',
    )
    const scheduled = edit(labelled, (one) =>
      setValue(one, ['spec', 'destinationSelectors'], [{ matchLabels: { a: 'b' } }]),
    )
    expect(changed(labelled, scheduled)).toEqual([PROMISE_FILE])
    expect(scheduled.get(PROMISE_FILE)?.text).toMatch(
      /spec:\n {2}destinationSelectors:\n {4}- matchLabels:\n {8}a: b\n$/,
    )
    expect(promiseOf(scheduled).value()).toMatchObject({ spec: { api: { spec: {} } } })
  })

  it('leaves every other byte of a head', () => {
    const before = repository({ ...GROWN_SPLIT, [PROMISE_FILE]: HEAD })
    const after = edit(before, (one) => setValue(one, ['metadata', 'name'], 'cache'))
    expect(changed(before, after)).toEqual([PROMISE_FILE])
    expect(after.get(PROMISE_FILE)?.text).toBe(HEAD.replace('name: redis', 'name: cache'))
    const more = edit(before, (one) =>
      setValue(one, ['spec', 'requiredPromises'], [{ name: 'x', version: 'v1' }]),
    )
    expect(changed(before, more)).toEqual([PROMISE_FILE])
    expect(more.get(PROMISE_FILE)?.text).toBe(
      `${HEAD}  requiredPromises:\n    - name: x\n      version: v1\n`,
    )
  })

  it('keeps byte-order mark, document marks, line ends, comments and a missing last line end', () => {
    const api = `\ufeff# Head.\r\n---\r\n${(INIT_SPLIT['api.yaml'] ?? '').trimEnd().replaceAll('\n', '\r\n')}`
    const before = repository({
      ...GROWN_SPLIT,
      'api.yaml': api,
      'dependencies.yaml': '# None yet.\n',
    })
    const named = edit(before, (one) => setValue(one, ['spec', 'api', 'spec', 'group'], 'b.c'))
    expect(named.get('api.yaml')?.text).toBe(
      api.replace('group: marketplace.kratix.io', 'group: b.c'),
    )
    const grown = edit(before, (one) =>
      setValue(one, ['spec', 'api', 'spec', 'versions', 0, 'deprecated'], true),
    )
    expect(changed(before, grown)).toEqual(['api.yaml'])
    expect(grown.get('api.yaml')?.text).toBe(`${api}\r\n      deprecated: true`)
    const filled = edit(before, (one) => setValue(one, ['spec', 'dependencies'], [{ kind: 'A' }]))
    expect(filled.get('dependencies.yaml')?.text).toBe('# None yet.\n- kind: A\n')
  })

  it('renames a key', () => {
    const after = edit(files, (one) => renameKey(one, [...SPEC, 'default'], 'example'))
    expect(changed(files, after)).toEqual(['api.yaml'])
  })
})

describe('places', () => {
  const files = repository(GROWN_SPLIT)

  it('lie in the file that holds the node, both ways', () => {
    const path = [...PIPELINES, 0, 'metadata', 'name']
    const place = { file: PROMISE_FILE, path }
    const range = promiseOf(files).rangeOf(path, 'value')
    const real = toReal(files, place, range)
    expect(real).toMatchObject({ file: WORKFLOW, path: [0, 'metadata', 'name'] })
    const text = GROWN_SPLIT[WORKFLOW] ?? ''
    expect(text.slice(real.range?.from, real.range?.to)).toBe('instance')
    expect(toPromise(files, WORKFLOW, real.path)).toEqual(place)
    expect(toPromise(files, WORKFLOW, text.indexOf('instance') + 3)).toEqual(place)
    expect(toReal(files, { file: PROMISE_FILE, path: ['metadata', 'name'] }).file).toBe(
      PROMISE_FILE,
    )
  })

  it('of a broken part are those of the part', () => {
    const text = (GROWN_SPLIT[WORKFLOW] ?? '').replace('name: instance', 'name: "instance')
    const broken = repository({ ...GROWN_SPLIT, [WORKFLOW]: text })
    const document = promiseOf(broken)
    expect(document.broken).toBe(true)
    const problem = document.problems[0]
    const real = toReal(broken, { file: PROMISE_FILE, path: [] }, problem?.range)
    expect(real.file).toBe(WORKFLOW)
    expect(real.range?.from).toBeGreaterThanOrEqual(text.indexOf('"instance'))
  })
})

describe('an edit of a part and of comments of the head at once', () => {
  const files = repository({ ...GROWN_SPLIT, [PROMISE_FILE]: HEAD })
  const api = 'group: marketplace.kratix.io'

  it('changes both files, and the head in the comment alone', () => {
    const { text } = promiseOf(files)
    const whole = text.replace('# Where it goes.', '# Anywhere.').replace(api, 'group: acme.org')
    const content = FileContent.fromText(whole)
    const steps = distribute(files, [{ kind: 'write', path: PROMISE_FILE, content }])
    if (!steps) throw new Error('no place')
    const now = applyFileEdits(files, steps)
    expect(changed(files, now)).toEqual(['api.yaml', PROMISE_FILE])
    expect(now.get(PROMISE_FILE)?.text).toBe(HEAD.replace('# Where it goes.', '# Anywhere.'))
    expect(now.get('api.yaml')?.text).toContain('group: acme.org')
  })
})
