import * as fc from 'fast-check'
import { WORKFLOWS } from '@/lib/promise/workflows'
import type { Schema } from '@/lib/schema/property'
import { type AnyProperty, anyProperties, anyProse, scalarsOf } from './any-api'
import { type AnyStep, anyStep } from './any-steps'

/** All that a user decides of a Promise, as plain data. */
export interface AnyDesign {
  readonly name: string
  readonly group: string
  readonly kind: string
  readonly registry: string
  readonly properties: readonly AnyProperty[]
  readonly annotations: Readonly<Record<string, string>>
  readonly selectors: Readonly<Record<string, string>>
  readonly pipelineLabels: Readonly<Record<string, string>>
  readonly dependencies: readonly unknown[]
  readonly steps: readonly AnyStep[]
}

const labels = fc.dictionary(
  fc.constantFrom('team', 'example.org/a', 'x.y'),
  fc.constantFrom('', 'true', '1', '1e3', 'null', 'yes', '0x1F', '2024-01-01', 'dev'),
  { maxKeys: 2, noNullPrototype: true },
)

const manifests = fc.uniqueArray(
  fc.record({
    apiVersion: fc.constant('v1'),
    kind: fc.constant('ConfigMap'),
    metadata: fc.record({ name: fc.constantFrom('one', 'two'), namespace: fc.constant('default') }),
    data: fc.dictionary(fc.constantFrom('a', 'yes'), anyProse, { noNullPrototype: true }),
  }),
  { selector: ({ metadata }) => metadata.name, maxLength: 2 },
)

/** Valid designs: each can be made with the designer, and a cluster takes it. */
export const anyDesign: fc.Arbitrary<AnyDesign> = anyProperties.chain((properties) => {
  const scalars = scalarsOf(
    Object.fromEntries(properties.map(({ name, schema }): [string, Schema] => [name, schema])),
  )
  const steps = fc.uniqueArray(
    fc
      .constantFrom(...WORKFLOWS, ...WORKFLOWS.slice(0, 2))
      .chain((workflow) => anyStep(workflow, scalars)),
    {
      selector: ({ workflow: { type, action }, pipeline, name }) =>
        [type, action, pipeline, name].join('/'),
      minLength: 3,
      maxLength: 6,
    },
  )
  return fc.record({
    name: fc.constantFrom('redis', 'null', '1e3', 'a.b', '0x1f', 'yes', 'x-y'),
    group: fc.constantFrom('acme.dev', 'x.yes', '1.e3'),
    kind: fc.constantFrom('Redis', 'Yes', 'Null', 'String', 'Request', 'Spec', 'Error', 'A'),
    registry: fc.constantFrom('', 'ghcr.io/acme', 'localhost:5000/a_b'),
    properties: fc.constant(properties),
    annotations: fc.dictionary(fc.constantFrom('a', 'acme.dev/b'), anyProse, {
      noNullPrototype: true,
    }),
    selectors: labels,
    pipelineLabels: labels,
    dependencies: manifests,
    steps,
  })
})
