import type { ApiField, RepositoryContext, RepositoryStep } from './context'

/** A context for tests: the Redis Promise, or one in which every text is `text`. */
export function redisContext(text?: string): RepositoryContext {
  const say = (usual: string): string => text ?? usual
  const step = (over: Partial<RepositoryStep>): RepositoryStep => ({
    key: 'resource/configure/instance/render',
    type: 'resource',
    action: 'configure',
    pipeline: 'instance',
    container: 'render',
    image: 'ghcr.io/acme/redis-render:v0.1.0',
    what: say('manifests rendered in Go'),
    folder: 'workflows/resource/configure/instance/render/',
    program: 'scripts/pipeline.go',
    tested: true,
    custom: text !== undefined,
    objects: 'tests/expected-output',
    status: undefined,
    onDemand: [],
    sentTo: [],
    sentByExample: [],
    components: [],
    ...over,
  })
  const field = (over: Partial<ApiField>): ApiField => ({
    path: say('spec.size'),
    type: 'string',
    required: false,
    default: say('small'),
    allowed: [say('small'), say('large')],
    bounds: [],
    description: say('How big it is'),
    ...over,
  })
  const labels = Object.fromEntries([[say('environment'), say('dev')]])
  const request = text === undefined ? REQUEST : `# ${JSON.stringify(text)}\n`
  return {
    promise: say('redis'),
    promiseFile: 'promise.yaml',
    parts: [],
    version: say('v0.1.0'),
    pipelineNamespace: text ?? '',
    destinationLabels: labels,
    extras: {
      githubActions: true,
      releaseUrl: text === undefined ? undefined : 'https://example.org/{version}/promise.yaml',
    },
    requires: text === undefined ? [] : [{ name: text, version: text }],
    dependencies: text === undefined ? [] : [{ kind: text, name: text }],
    api: {
      group: say('mygroup.org'),
      version: say('v1alpha1'),
      kind: say('Redis'),
      plural: say('redises'),
      description: say(''),
      fields: [field({}), field({ path: say('spec.users[].name'), required: true })],
      request: { name: say('example-redis'), namespace: say('default'), text: request },
    },
    steps: [
      step({
        key: 'promise/configure/dependencies/configure-deps',
        type: 'promise',
        pipeline: 'dependencies',
        container: 'configure-deps',
        image: 'ghcr.io/acme/redis-configure-deps:v0.1.0',
        what: say('static manifests'),
        folder: 'workflows/promise/configure/dependencies/configure-deps/',
        program: 'scripts/pipeline.sh',
        tested: false,
        objects: 'resources',
      }),
      step({
        status: {
          success: { stage: say('provisioning'), message: say('${replicas} replicas') },
          failure: { stage: say('provisioning error') },
        },
        onDemand: [[say('board.yaml'), say('replicas is 3')]],
        sentTo: [
          ['', { [say('environment')]: say('dev') }],
          [say('monitoring'), { [say('team')]: say('${team}') }],
        ],
        components: [say('bucket.yaml')],
      }),
      step({
        key: 'resource/configure/instance/notify',
        container: say('notify'),
        image: say('ghcr.io/acme/notify:v2'),
        what: say('an image that exists already'),
        folder: undefined,
        program: undefined,
        tested: false,
        objects: undefined,
      }),
    ],
  }
}

const REQUEST = `apiVersion: mygroup.org/v1alpha1
kind: Redis
metadata:
  name: example-redis
  namespace: default
spec:
  size: small
`
