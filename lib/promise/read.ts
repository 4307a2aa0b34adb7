import { isRecord, type Path, valueAt } from './path'
import type {
  ApiVersionView,
  ApiView,
  DependencyView,
  PipelineView,
  PromiseView,
  StepView,
  WorkflowView,
} from './view'
import { WORKFLOWS, workflowPath } from './workflows'

export const VERSION_LABEL: Path = ['metadata', 'labels', 'kratix.io/promise-version']
export const API: Path = ['spec', 'api']

/**
 * What the forms show of a Promise. Total: any value gives a view, a value of the wrong type reads
 * as absent. Items of lists keep their index, so that a view's place in an array is its place in
 * the text. The same value, or the same part of two values, gives the same view.
 */
export const readPromise = remember((value: unknown): PromiseView => {
  const spec = valueAt(value, ['spec'])
  return {
    name: text(valueAt(value, ['metadata', 'name'])),
    version: text(valueAt(value, VERSION_LABEL)),
    api: readApi(valueAt(spec, ['api'])),
    dependencies: readDependencies(valueAt(spec, ['dependencies'])),
    workflows: readWorkflows(valueAt(spec, ['workflows'])),
    destinationSelectors: readSelectors(valueAt(spec, ['destinationSelectors'])),
  }
})

const readApi = remember((api: unknown): ApiView | undefined => {
  if (!isRecord(api)) return undefined
  const at = (...path: Path) => valueAt(api, ['spec', ...path])
  return {
    group: text(at('group')),
    kind: text(at('names', 'kind')),
    plural: text(at('names', 'plural')),
    singular: text(at('names', 'singular')),
    crdName: text(valueAt(api, ['metadata', 'name'])),
    scope: text(at('scope')),
    versions: list(at('versions')).map(readVersion),
  }
})

function readVersion(version: unknown, index: number): ApiVersionView {
  const path: Path = [...API, 'spec', 'versions', index]
  return {
    path,
    name: text(valueAt(version, ['name'])),
    served: valueAt(version, ['served']) === true,
    storage: valueAt(version, ['storage']) === true,
    schemaPath: [...path, 'schema', 'openAPIV3Schema'],
    schema: valueAt(version, ['schema', 'openAPIV3Schema']),
  }
}

const readDependencies = remember((dependencies: unknown): readonly DependencyView[] =>
  list(dependencies).map((dependency, index) => ({
    path: ['spec', 'dependencies', index],
    apiVersion: text(valueAt(dependency, ['apiVersion'])),
    kind: text(valueAt(dependency, ['kind'])),
    name: text(valueAt(dependency, ['metadata', 'name'])),
    namespace: text(valueAt(dependency, ['metadata', 'namespace'])),
  })),
)

const readWorkflows = remember((workflows: unknown): readonly WorkflowView[] =>
  WORKFLOWS.map((workflow) => {
    const path = workflowPath(workflow)
    const pipelines = list(valueAt(workflows, [workflow.type, workflow.action]))
    return {
      ...workflow,
      path,
      pipelines: pipelines.map((pipeline, index) => readPipeline(pipeline, [...path, index])),
    }
  }),
)

function readPipeline(pipeline: unknown, path: Path): PipelineView {
  const containers = list(valueAt(pipeline, ['spec', 'containers']))
  return {
    path,
    name: text(valueAt(pipeline, ['metadata', 'name'])),
    steps: containers.map((container, index) =>
      readStep(container, [...path, 'spec', 'containers', index]),
    ),
  }
}

function readStep(container: unknown, path: Path): StepView {
  return {
    path,
    name: text(valueAt(container, ['name'])),
    image: text(valueAt(container, ['image'])),
  }
}

const readSelectors = remember((selectors: unknown): PromiseView['destinationSelectors'] =>
  list(selectors).map((selector, index) => ({
    path: ['spec', 'destinationSelectors', index],
    matchLabels: strings(valueAt(selector, ['matchLabels'])),
  })),
)

function strings(value: unknown): Readonly<Record<string, string>> {
  if (!isRecord(value)) return {}
  // `fromEntries` defines own properties, so that a key `__proto__` stays a key.
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  )
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** Remembers what `read` made of each object, and of everything that is none. */
function remember<T>(read: (value: unknown) => T): (value: unknown) => T {
  const known = new WeakMap<object, { readonly result: T }>()
  let absent: { readonly result: T } | undefined
  return (value) => {
    if (typeof value !== 'object' || value === null) {
      absent ??= { result: read(undefined) }
      return absent.result
    }
    let hit = known.get(value)
    if (!hit) {
      hit = { result: read(value) }
      known.set(value, hit)
    }
    return hit.result
  }
}
