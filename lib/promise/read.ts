import { isRecord, type Path, valueAt } from './path'
import { readApi } from './read-api'
import { list, remember, text } from './read-values'
import type { DependencyView, PipelineView, PromiseView, StepView, WorkflowView } from './view'
import { WORKFLOWS, workflowPath } from './workflows'

export { API } from './read-api'

export const VERSION_LABEL: Path = ['metadata', 'labels', 'kratix.io/promise-version']

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
