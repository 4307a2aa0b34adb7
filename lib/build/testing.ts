import { FileContent, type Files, PROMISE_FILE, SETTINGS_FILE } from '@/lib/promise/files'
import { isRecord } from '@/lib/promise/path'
import type { LanguageId } from '@/lib/promise/settings'
import { printYaml } from '@/lib/yaml/edit'
import type { Build } from './types'

/** Files of a repository from texts, for tests. */
export function filesOf(texts: Readonly<Record<string, string>>): Files {
  return new Map(Object.entries(texts).map(([path, text]) => [path, FileContent.fromText(text)]))
}

/** What a build holds, as it would be on a disk. */
export function contentsOf(build: Build): Files {
  return new Map([...build.files].map(([path, { content }]) => [path, content]))
}

export function textOf(build: Build, path: string): string {
  return build.files.get(path)?.content.text ?? ''
}

/** The values of a map in another way, deeply: strings by `change`, all else as it is. */
export function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, change))
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => [key, mapStrings(held, change)]),
  )
}

export const RENDER = 'workflows/resource/configure/instance/render/'
export const DEPENDENCIES = 'workflows/promise/configure/dependencies/configure-deps/'

export interface Step {
  readonly type: string
  readonly action: string
  readonly pipeline: string
  readonly container: string
  readonly settings?: unknown
}

/** The Redis Promise of the blog post, with a `render` step in `language` and `more` steps. */
export function redisFiles(language: LanguageId = 'typescript', more: readonly Step[] = []): Files {
  const steps: readonly Step[] = [
    {
      ...{ type: 'promise', action: 'configure' },
      ...{ pipeline: 'dependencies', container: 'configure-deps' },
      settings: { kind: 'dependencies' },
    },
    {
      ...{ type: 'resource', action: 'configure', pipeline: 'instance', container: 'render' },
      settings: renderSettings(language),
    },
    ...more,
  ]
  return filesOf({
    [PROMISE_FILE]: `# Redis as a service.\n${printYaml(redisPromise(steps))}`,
    [SETTINGS_FILE]: `# Kept by hand.\n${printYaml({
      version: 1,
      images: { registry: 'ghcr.io/acme' },
      steps: Object.fromEntries(
        steps.map((step) => [
          `${step.type}/${step.action}/${step.pipeline}/${step.container}`,
          step.settings,
        ]),
      ),
    })}`,
    [`${RENDER}resources/redis-failover.yaml`]: TEMPLATE,
    [`${DEPENDENCIES}resources/operator.yaml`]:
      'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: redis-operator\n',
    [`${DEPENDENCIES}resources/crds/failovers.yaml`]:
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: crd\n  namespace: default\n',
  })
}

function renderSettings(language: LanguageId): unknown {
  return {
    kind: 'render',
    language,
    values: {
      name: { from: 'request.name' },
      namespace: { from: 'request.namespace' },
      replicas: {
        from: 'spec.size',
        map: [
          { when: 'small', give: 1 },
          { when: 'large', give: 3 },
        ],
      },
    },
    status: {
      success: { stage: 'provisioning', message: 'Redis with ${replicas} replicas' },
      failure: { stage: 'provisioning error' },
    },
  }
}

const TEMPLATE = `apiVersion: databases.spotahome.com/v1
kind: RedisFailover
metadata:
  name: \${name}
  namespace: \${namespace}
spec:
  redis:
    replicas: \${replicas}
  sentinel:
    replicas: "\${replicas}"
`

/** The document; its pipelines are those of `steps`. */
export function redisPromise(steps: readonly Step[]): unknown {
  const pipelinesOf = (type: string, action: string) =>
    steps
      .filter((step) => step.type === type && step.action === action)
      .map(({ pipeline, container }) => ({
        apiVersion: 'platform.kratix.io/v1alpha1',
        kind: 'Pipeline',
        metadata: { name: pipeline },
        spec: {
          containers: [{ name: container, image: `ghcr.io/acme/redis-${container}:v0.1.0` }],
        },
      }))
  const workflow = (type: string) => ({
    configure: pipelinesOf(type, 'configure'),
    delete: pipelinesOf(type, 'delete'),
  })
  const workflows = { promise: workflow('promise'), resource: workflow('resource') }
  const spec = {
    type: 'object',
    properties: {
      size: {
        type: 'string',
        enum: ['small', 'large'],
        default: 'small',
        description: 'How big it is',
      },
    },
  }
  return {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Promise',
    metadata: { name: 'redis', labels: { 'kratix.io/promise-version': 'v0.1.0' } },
    spec: {
      destinationSelectors: [{ matchLabels: { environment: 'dev' } }],
      api: {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: { name: 'redises.mygroup.org' },
        spec: {
          group: 'mygroup.org',
          scope: 'Namespaced',
          names: { kind: 'Redis', plural: 'redises', singular: 'redis' },
          versions: [
            {
              ...{ name: 'v1alpha1', served: true, storage: true },
              schema: { openAPIV3Schema: { type: 'object', properties: { spec } } },
            },
          ],
        },
      },
      workflows,
    },
  }
}
