import * as fc from 'fast-check'
import type { LanguageId, ValueSettings } from '@/lib/promise/settings'
import type { Workflow, WorkflowType } from '@/lib/promise/workflows'
import { anyScalar } from '@/lib/render/testing/steps'
import { anyTemplates, mended } from '@/lib/render/testing/templates'
import type { Scalar, Template } from '@/lib/render/types'
import { LANGUAGE_LIST } from '@/lib/scaffolds/languages'
import { printYaml } from '@/lib/yaml/edit'
import { anyProse, type ScalarPlace } from './any-api'

/** What a `render` step holds beside its language. */
export interface AnyRender {
  readonly values: readonly (readonly [name: string, row: ValueSettings])[]
  readonly success: Readonly<Record<string, Scalar>>
  readonly failure: Readonly<Record<string, Scalar>>
  readonly templates: readonly Template[]
}

export interface AnyStep {
  readonly workflow: Workflow
  readonly pipeline: string
  readonly name: string
  readonly kind: 'image' | 'dependencies' | 'render' | 'custom'
  readonly language: LanguageId
  readonly render: AnyRender
  /** Of the container; an image of ours gets only what does not change its program. */
  readonly fields: Readonly<Record<string, unknown>>
}

const VALUES = ['name', 'namespace', 'a', 'size-1', 'Y', 'constructor', 'x_y'] as const

/** Most rows have a default, so that most requests can be rendered. */
function mostly<T>(fallback: fc.Arbitrary<T>): fc.Arbitrary<{ readonly default?: T }> {
  return fc.oneof(
    { weight: 9, arbitrary: fallback.map((value) => ({ default: value })) },
    { weight: 1, arbitrary: fc.constant({}) },
  )
}

const labelRow: fc.Arbitrary<ValueSettings> = fc
  .tuple(fc.constantFrom('team', 'example.org/a'), mostly(anyScalar))
  .map(([label, more]) => ({ label, ...more }))

function rowOf({ path, schema }: ScalarPlace): fc.Arbitrary<ValueSettings> {
  const from = ['spec', ...path].join('.')
  const choices: readonly Scalar[] | undefined =
    schema.type === 'boolean' ? [true, false] : (schema.enum as readonly Scalar[] | undefined)
  const map = fc
    .tuple(...(choices ?? []).map((when) => anyScalar.map((give) => ({ when, give }))))
    .chain((rows) => fc.boolean().map((short) => (short ? rows.slice(0, -1) : rows)))
    .filter((rows) => rows.length > 0)
  const fallback = mostly(fc.constantFrom(...(choices ?? [defaultOf(schema.type)])))
  return fc
    .tuple(fallback, choices ? fc.option(map, { nil: undefined }) : fc.constant(undefined))
    .map(([more, rows]) => ({ from, ...more, ...(rows && { map: rows }) }))
}

function defaultOf(type: unknown): Scalar {
  if (type === 'integer') return 7
  return type === 'number' ? 0.25 : 'of the step'
}

function valuesOf(
  type: WorkflowType,
  scalars: readonly ScalarPlace[],
): fc.Arbitrary<AnyRender['values']> {
  const row: fc.Arbitrary<ValueSettings> = fc.oneof(
    { weight: 1, arbitrary: fc.constant({ from: 'request.name' }) },
    { weight: 1, arbitrary: labelRow },
    { weight: 2, arbitrary: anyScalar.map((constant) => ({ constant })) },
    ...(type === 'resource' && scalars.length > 0
      ? [{ weight: 6, arbitrary: fc.constantFrom(...scalars).chain(rowOf) }]
      : []),
  )
  return fc.tuple(...VALUES.slice(2).map(() => row)).map((rows) => [
    [VALUES[0], { from: 'request.name' }],
    // A Promise has no namespace.
    [VALUES[1], type === 'resource' ? { from: 'request.namespace' } : { constant: 'default' }],
    ...rows.map((one, i) => [VALUES[i + 2] ?? '', one] as const),
  ])
}

/** A text of the user's in which the placeholders of some value stand. */
const withPlaceholder = fc.tuple(anyProse, fc.constantFrom(...VALUES)).map(([text, name]) => {
  const literal = text.replaceAll('${', () => '$${')
  return `${literal} \${${name}} $\${x}`
})

/** A manifest as people write it, with values alone and within text. */
const manifest: fc.Arbitrary<string> = fc
  .record({
    kind: fc.constantFrom('ConfigMap', 'Thing', 'Yes'),
    data: fc.dictionary(
      fc.constantFrom('a', 'b.c', 'yes', '010', '__proto__', 'é'),
      fc.oneof(
        fc.constantFrom(...VALUES).map((name) => `\${${name}}`),
        withPlaceholder,
        anyProse.map((text) => text.replaceAll('${', () => '$${')),
      ),
      { noNullPrototype: true },
    ),
  })
  .map(({ kind, data }) =>
    printYaml({
      apiVersion: 'v1',
      kind,
      metadata: { name: '${name}-x', namespace: '${namespace}' },
      data,
    }),
  )
  .map((text) => mended(text, VALUES))
  .filter((text) => text !== undefined)

const templates: fc.Arbitrary<readonly Template[]> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .array(manifest, { minLength: 1, maxLength: 2 })
      .map((texts) => texts.map((text, i) => ({ path: ['a.yaml', 'b/c.yml'][i] ?? '', text }))),
  },
  { weight: 1, arbitrary: anyTemplates(VALUES) },
)

function statusOf(type: WorkflowType): fc.Arbitrary<Readonly<Record<string, Scalar>>> {
  const keys = type === 'promise' ? ['message'] : ['message', 'stage', 'host', 'size_1', 'a-b']
  return fc.dictionary(
    fc.constantFrom(...keys),
    fc.oneof(withPlaceholder, fc.constantFrom('fine', true, 3, '010', '$${a}')),
    { noNullPrototype: true },
  )
}

function renderOf(type: WorkflowType, scalars: readonly ScalarPlace[]): fc.Arbitrary<AnyRender> {
  return fc.record({
    values: valuesOf(type, scalars),
    success: statusOf(type),
    failure: statusOf(type),
    templates,
  })
}

/** Most steps share a pipeline, and with it its volumes. */
const PIPELINES = [...Array<string>(5).fill('instance'), 'null', '1e3', 'a.b']
const CONTAINERS = ['render', 'yes', '0x1f', 'a--b', `x${'y'.repeat(40)}`, '0'] as const

/** Fields that say nothing of the program; the texts are the user's. */
const fields: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc.record(
  {
    env: fc.array(
      fc.record({ name: fc.constantFrom('A', 'x.y-z', 'null', 'a b'), value: anyProse }),
      { minLength: 1, maxLength: 2 },
    ),
    resources: fc.constant({ limits: { cpu: '1', memory: '1e3' }, requests: { cpu: 0.5 } }),
    imagePullPolicy: fc.constantFrom('Always', 'Never', 'IfNotPresent'),
    securityContext: fc.constant({ runAsNonRoot: true, runAsUser: 65532 }),
  },
  { requiredKeys: [] },
)
const ofImages = fc.record(
  { command: fc.array(anyProse, { minLength: 1 }), args: fc.array(anyProse, { minLength: 1 }) },
  { requiredKeys: [] },
)

/** A step of a workflow. */
export function anyStep(
  workflow: Workflow,
  scalars: readonly ScalarPlace[],
): fc.Arbitrary<AnyStep> {
  const kinds = ['render', 'render', 'dependencies', 'custom', 'image'] as const
  return fc
    .record({
      workflow: fc.constant(workflow),
      pipeline: fc.constantFrom(...PIPELINES),
      name: fc.constantFrom(...CONTAINERS),
      kind: fc.constantFrom(...(workflow.action === 'configure' ? kinds : kinds.slice(3))),
      language: fc.constantFrom(...LANGUAGE_LIST.map(({ id }) => id)),
      render: renderOf(workflow.type, scalars),
      fields,
      more: ofImages,
    })
    .map(({ more, ...step }) =>
      step.kind === 'image' ? { ...step, fields: { ...step.fields, ...more } } : step,
    )
}
