import { type Command, refused } from '@/lib/promise/command'
import { checkPipelineName } from '@/lib/promise/names'
import { type Workflow, workflowPath } from '@/lib/promise/workflows'
import { insertItem } from '@/lib/yaml/edit'
import { editPromiseText } from './edit-yaml'
import { freePipelineName, pipelinesOf, plan } from './plan'

export interface PipelineOptions {
  /** A free name that says what the workflow does when absent. */
  readonly name?: string
  /** Index of the pipeline to put it before; at the end when absent. */
  readonly before?: number
}

/** Adds a pipeline, without steps, to a workflow. */
export function addPipeline(workflow: Workflow, options: PipelineOptions = {}): Command {
  const label = 'Add pipeline'
  return plan(label, (repository) => {
    const { name = freePipelineName(repository, workflow, defaultPipelineName(workflow)) } = options
    const pipelines = pipelinesOf(repository, workflow)
    const problem = checkPipelineName(name)
    if (problem) return refused(problem)
    if (pipelines.some((other) => other.name === name)) {
      return refused(`The workflow has another pipeline named "${name}".`)
    }
    const list = workflowPath(workflow)
    const index = Math.min(options.before ?? pipelines.length, pipelines.length)
    return [
      editPromiseText({ label, place: [...list, index] }, (document) =>
        insertItem(document, list, index, newPipeline(name, [])),
      ),
    ]
  })
}

/** A pipeline as `promise.yaml` holds it. */
export function newPipeline(name: string, containers: readonly unknown[]): unknown {
  return {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Pipeline',
    metadata: { name },
    spec: { containers },
  }
}

/** Short: promise, type, action and pipeline have 60 characters together. */
export function defaultPipelineName({ type, action }: Workflow): string {
  if (action === 'delete') return 'cleanup'
  return type === 'promise' ? 'setup' : 'instance'
}
