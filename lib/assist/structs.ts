import shapes from '@/lib/promise/shapes.json'

type Shapes = Readonly<Record<string, Readonly<Record<string, string>>>>

/**
 * The keys of every struct with the type of each: `[]x` is a list, `{}x` a map, a name that is no
 * scalar another struct. Those of the decoders, and of the CRD of Promise, whose parts are typed.
 */
export const STRUCTS: Shapes = {
  ...shapes,
  object: { apiVersion: 'string', kind: 'string', metadata: 'ObjectMeta' },
  Promise: {
    apiVersion: 'string',
    kind: 'string',
    metadata: 'ObjectMeta',
    spec: 'PromiseSpec',
    status: 'any',
  },
  PromiseSpec: {
    api: 'CustomResourceDefinition',
    dependencies: '[]object',
    destinationSelectors: '[]PromiseScheduling',
    requiredPromises: '[]RequiredPromise',
    workflows: 'Workflows',
  },
  PromiseScheduling: { matchLabels: '{}string' },
  RequiredPromise: { name: 'string', version: 'string' },
  Workflows: {
    config: 'WorkflowsConfig',
    promise: 'WorkflowTriggers',
    resource: 'WorkflowTriggers',
  },
  WorkflowsConfig: { pipelineNamespace: 'string', reconciliationInterval: 'string' },
  WorkflowTriggers: { configure: '[]Pipeline', delete: '[]Pipeline' },
}
