import { renderStep } from '@/lib/render/render-step'
import type { RenderContext, StepContext } from '@/lib/scaffolds/scaffold'

const schema = {
  type: 'object',
  required: ['spec'],
  properties: {
    spec: {
      type: 'object',
      required: ['size'],
      properties: {
        size: {
          type: 'string',
          enum: ['small', 'large'],
          default: 'small',
          description: 'How big.',
        },
        notes: { type: 'string' },
      },
    },
  },
}

/** The step of the blog post's Promise that renders a RedisFailover. */
export const redisStep: StepContext = {
  key: 'resource/configure/instance/render',
  type: 'resource',
  action: 'configure',
  pipeline: 'instance',
  container: 'render',
  image: 'ghcr.io/acme/redis-render:v0.1.0',
  promise: 'redis',
  api: { group: 'mygroup.org', version: 'v1alpha1', kind: 'Redis', plural: 'redises', schema },
}

export const redisRender: RenderContext = {
  ...redisStep,
  values: [
    { name: 'name', source: { kind: 'name' }, type: undefined, default: undefined, map: undefined },
    {
      name: 'namespace',
      source: { kind: 'namespace' },
      type: undefined,
      default: undefined,
      map: undefined,
    },
    {
      name: 'replicas',
      source: { kind: 'spec', path: ['size'] },
      type: 'string',
      default: 'small',
      map: [
        { when: 'small', give: 1 },
        { when: 'large', give: 3 },
      ],
    },
  ],
  status: {
    success: { stage: 'provisioning', message: 'Redis ${name} has ${replicas} replicas' },
    failure: { stage: 'provisioning error' },
  },
  templates: [
    {
      path: 'redis-failover.yaml',
      text: `# One RedisFailover per request.
apiVersion: databases.spotahome.com/v1
kind: RedisFailover
metadata:
  name: \${name}
  namespace: \${namespace}
  labels:
    app.kubernetes.io/managed-by: kratix
spec:
  redis:
    replicas: \${replicas}
    customConfig:
      - "maxclients 100"
      - "client-output-buffer-limit normal 0 0 0"
  sentinel:
    replicas: "\${replicas}"
    resources: { limits: { memory: 100Mi } }
`,
    },
  ],
}

/** As above, with a part that is written on demand, a folder with Destinations of its own, and a component. */
export const redisWithParts: RenderContext = {
  ...redisRender,
  values: [
    ...redisRender.values,
    {
      name: 'notes',
      source: { kind: 'spec', path: ['notes'] },
      type: 'string',
      default: undefined,
      map: undefined,
      optional: true,
    },
  ],
  templates: [
    ...redisRender.templates,
    { path: 'monitoring/board.yaml', text: 'kind: Board\nnote: ${notes}\n' },
    { path: 'bucket.yml', text: 'kind: Bucket\nmetadata:\n  name: "${name}-backup"\n' },
  ],
  conditions: {
    'monitoring/board.yaml': { value: 'notes', present: true },
    'bucket.yml': {
      value: 'replicas',
      oneOf: [3, '3', true, 'it\'s "large", as one would have it'],
    },
  },
  components: { promise: 'redis', templates: ['bucket.yml'] },
  destinations: [
    { directory: '', matchLabels: { environment: 'dev', 'example.org/size': 'r${replicas}' } },
    { directory: 'monitoring', matchLabels: { team: '${notes}' } },
  ],
}

export function redisRequest(spec: Readonly<Record<string, unknown>>) {
  return {
    apiVersion: 'mygroup.org/v1alpha1',
    kind: 'Redis',
    metadata: { name: 'example-redis', namespace: 'default' },
    spec,
  }
}

/** `tests/` of a render step as `build` writes it. @throws Error when the request cannot be rendered. */
export function testFiles(step: RenderContext, object: unknown): { path: string; text: string }[] {
  const rendered = renderStep(step, object)
  if (!rendered.ok) throw new Error(rendered.reason)
  const json = (value: unknown) => `${JSON.stringify(value)}\n`
  return [
    { path: 'tests/object.yaml', text: json(object) },
    { path: 'tests/expected-metadata/status.yaml', text: json(rendered.status) },
    ...(rendered.destinations.length === 0
      ? []
      : [
          {
            path: 'tests/expected-metadata/destination-selectors.yaml',
            text: json(rendered.destinations),
          },
        ]),
    ...rendered.files.map(({ path, documents }) => ({
      path: `tests/expected-output/${path}`,
      text: documents.map(json).join('---\n'),
    })),
  ]
}
