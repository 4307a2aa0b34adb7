import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addDependencies } from '@/lib/commands/add-dependencies'
import { apiFromCrd, type OfferMode } from '@/lib/commands/api-from-crd'
import { newPromise } from '@/lib/commands/create-promise'
import { readSettings } from '@/lib/commands/settings'
import { applyFileEdits, runCommand } from '@/lib/promise/command'
import { FileContent, type Files, PROMISE_FILE, SETTINGS_FILE } from '@/lib/promise/files'
import { checkPromise } from '@/lib/rules/check'
import {
  type Crd,
  type CrdField,
  crdFields,
  nestedNames,
  offerField,
  readCrds,
  specSchema,
} from '@/lib/schema/crd'
import { parseYaml } from '@/lib/yaml/document'
import { build } from './build'

const FILE = join(
  import.meta.dirname,
  '../../e2e/fixtures/redis-dependencies/databases.spotahome.com_redisfailovers.yaml',
)
const [failover] = readCrds(parseYaml(readFileSync(FILE, 'utf8')).map((one) => one.value()))
if (!failover) throw new Error('the fixture holds no CRD')
const redis: Crd = failover

function fieldAt(fields: readonly CrdField[], path: string): CrdField {
  const [name, ...rest] = path.split('/')
  const field = fields.find((one) => one.name === name)
  if (!field) throw new Error(`no field ${path}`)
  return rest.length === 0 ? field : fieldAt(field.children, rest.join('/'))
}

function offerOf(crd: Crd, ...paths: readonly string[]) {
  const [version] = crd.versions
  if (!version) throw new Error('no version')
  const fields = paths.map((path) => {
    const field = fieldAt(crdFields(version.schema), path)
    return offerField(specSchema(version.schema) ?? {}, field, nestedNames(field.path))
  })
  return { crd, version, fields }
}

const empty = newPromise({ name: 'redis', group: 'mygroup.org', kind: 'Redis' })
const after = (crd: Crd, paths: readonly string[], mode: OfferMode = 'replace', files = empty) =>
  runCommand(files, apiFromCrd(offerOf(crd, ...paths), 'go', mode))

function faults(files: Files): readonly string[] {
  const fine = /image-floating|dependencies-first/
  return checkPromise(files)
    .filter(({ code, severity }) => severity === 'error' || !fine.test(code))
    .map(({ code, message }) => `${code}: ${message}`)
}

test('offers the fields of an operator, with a step that fills them in', () => {
  const files = after(redis, ['redis/replicas', 'sentinel/replicas', 'redis/image'])
  const texts = [...build(files).files].map(([path, file]) => [path, file.content.text] as const)
  const text = (end: string) => texts.find(([path]) => path.endsWith(end))?.[1] ?? ''
  expect(files.get(PROMISE_FILE)?.text).toContain(`                    redis:
                      type: object
`)
  expect(text('resources/redis-failover.yaml')).toBe(`apiVersion: databases.spotahome.com/v1
kind: RedisFailover
metadata:
  name: \${name}
  namespace: \${namespace}
  labels:
    app.kubernetes.io/managed-by: kratix
    kratix.io/promise-name: redis
spec:
  redis:
    image: \${redisImage}
    replicas: \${redisReplicas}
  sentinel:
    replicas: \${sentinelReplicas}
`)
  expect(readSettings(files).settings.steps['resource/configure/instance/render']).toMatchObject({
    language: 'go',
    values: {
      name: { from: 'request.name' },
      namespace: { from: 'request.namespace' },
      redisReplicas: { from: 'spec.redis.replicas' },
      redisImage: { from: 'spec.redis.image' },
      sentinelReplicas: { from: 'spec.sentinel.replicas' },
    },
  })
  expect(text('example-resource.yaml')).toContain('replicas: 1')
  const output = texts.filter(([path]) => path.includes('expected-output/'))
  expect(output.map(([, found]) => found).join()).toContain('    image: example\n    replicas: 1\n')
  expect(faults(files)).toEqual([])
})

const crd = (spec: unknown, more: object = {}): Crd => {
  const [made] = readCrds([
    {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'dbs.example.org' },
      spec: {
        group: 'example.org',
        scope: 'Namespaced',
        names: { kind: 'Db', plural: 'dbs' },
        versions: [
          { name: 'v1', served: true, storage: false, schema: { openAPIV3Schema: {} } },
          {
            name: 'v2',
            served: true,
            storage: true,
            schema: { openAPIV3Schema: { type: 'object', properties: { spec } } },
          },
        ],
        ...more,
      },
    },
  ])
  if (!made) throw new Error('no CRD')
  return made
}

const SPEC = {
  type: 'object',
  required: ['engine', 'storage', 'users'],
  default: { size: 2 },
  properties: {
    engine: { type: 'string', enum: ['pg', 'my'], nullable: true },
    size: { type: 'integer', minimum: 1 },
    storage: {
      type: 'object',
      required: ['class', 'gigabytes'],
      properties: {
        class: { type: 'string', pattern: '^[a-z]+$' },
        gigabytes: { type: 'integer', default: 10 },
        note: { type: 'string', default: 'costs $${x}' },
      },
    },
    users: { type: 'array', minItems: 1, items: { type: 'string' } },
    port: { 'x-kubernetes-int-or-string': true, anyOf: [{ type: 'integer' }, { type: 'string' }] },
    'a.b': { type: 'boolean', default: true },
  },
}

test('takes required and defaults along, and fixes what is required and not offered', () => {
  const files = after(crd(SPEC), ['engine', 'size', 'storage/note', 'port', 'a.b'])
  const promise = files.get(PROMISE_FILE)?.text ?? ''
  expect(
    promise.slice(promise.indexOf('openAPIV3Schema:'), promise.indexOf('  workflows:')),
  ).toBe(`openAPIV3Schema:
              type: object
              required:
                - spec
              properties:
                spec:
                  type: object
                  required:
                    - engine
                    - port
                  properties:
                    engine:
                      type: string
                      enum:
                        - pg
                        - my
                    size:
                      type: integer
                      default: 2
                      minimum: 1
                    storage:
                      type: object
                      default: {}
                      properties:
                        note:
                          type: string
                          default: costs $\${x}
                    port:
                      x-kubernetes-int-or-string: true
                    a_b:
                      type: boolean
                      default: true
`)
  const template = [...files].find(([path]) => path.endsWith('resources/db.yaml'))?.[1].text
  expect(template).toContain(
    '# Db needs more than requests say; here it is fixed: spec.storage.class, spec.users\n',
  )
  expect(template).toContain('users:\n    - example\n')
  expect(template).toContain('\n  a.b: ${a_b}\n')
  expect(faults(files)).toEqual([])
})

test('an object of the whole cluster is named after namespace and name', () => {
  const files = after(crd(SPEC, { scope: 'Cluster' }), ['engine'])
  const template = [...files].find(([path]) => path.endsWith('resources/db.yaml'))?.[1].text
  expect(template).toContain('metadata:\n  name: ${namespace}-${name}\n  labels:')
})

test('keeps the properties that are there when asked to, and makes an API where there is none', () => {
  const added = after(redis, ['redis/replicas'], 'add').get(PROMISE_FILE)?.text ?? ''
  expect(added).toContain('size:')
  expect(added).toContain('replicas:')
  const bare = 'apiVersion: platform.kratix.io/v1alpha1\nkind: Promise\nmetadata:\n  name: db\n'
  const files = new Map([[PROMISE_FILE, FileContent.fromText(bare)]])
  const made = after(redis, ['redis/replicas'], 'add', files).get(PROMISE_FILE)?.text ?? ''
  expect(made).toContain('kind: Db')
  expect(made).not.toContain('size:')
})

test('is one change, beside the operator that it is about', () => {
  const manifest = { path: 'crd.yaml', content: FileContent.fromText(readFileSync(FILE, 'utf8')) }
  const files = runCommand(empty, addDependencies([manifest], 'image'))
  const command = apiFromCrd(offerOf(redis, 'redis/replicas'), 'python', 'replace')
  const outcome = command.run(files)
  if (outcome.kind !== 'change') throw new Error('refused')
  const changed = applyFileEdits(files, outcome.edits)
  const paths = [...changed].filter(([path, content]) => files.get(path) !== content)
  expect(paths.map(([path]) => path).sort()).toEqual([
    SETTINGS_FILE,
    PROMISE_FILE,
    'workflows/resource/configure/instance/render/resources/redis-failover.yaml',
  ])
  expect(faults(changed)).toEqual([])
})

test('says why fields cannot be offered together', () => {
  const { crd: one, version, fields } = offerOf(redis, 'redis/replicas', 'sentinel/replicas')
  const named = (...names: readonly string[][]) =>
    apiFromCrd(
      {
        crd: one,
        version,
        fields: fields.map((field, i) => ({ ...field, names: names[i] ?? [] })),
      },
      'go',
      'replace',
    ).run(empty)
  expect(named(['a'], ['a'])).toMatchObject({ reason: 'Two fields are called "a".' })
  expect(named(['a'], ['a', 'b'])).toMatchObject({ reason: expect.stringContaining('"a.b" would') })
  expect(named(['a'], [''])).toMatchObject({ reason: 'Each property needs a name.' })
})
