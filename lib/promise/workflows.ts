import type { Path } from './path'

/** The workflow types and actions of a Promise, in the order in which Kratix runs them. */
export const WORKFLOWS = [
  { type: 'promise', action: 'configure' },
  { type: 'resource', action: 'configure' },
  { type: 'resource', action: 'delete' },
  { type: 'promise', action: 'delete' },
] as const satisfies readonly Workflow[]

export type WorkflowType = 'promise' | 'resource'
export type WorkflowAction = 'configure' | 'delete'

export interface Workflow {
  readonly type: WorkflowType
  readonly action: WorkflowAction
}

/** A pipeline by its place in the list, which alone is unique while names are being typed. */
export interface PipelineRef extends Workflow {
  readonly pipeline: number
}

export interface StepRef extends PipelineRef {
  readonly step: number
}

/** `type/action/pipeline`: the beginning of the keys of a pipeline's steps. */
export type PipelineKey = `${WorkflowType}/${WorkflowAction}/${string}`

/** `type/action/pipeline/container`: how settings and folders name a step. */
export type StepKey = `${WorkflowType}/${WorkflowAction}/${string}/${string}`

export function workflowPath({ type, action }: Workflow): Path {
  return ['spec', 'workflows', type, action]
}

export function pipelinePath(ref: PipelineRef): Path {
  return [...workflowPath(ref), ref.pipeline]
}

export function stepPath(ref: StepRef): Path {
  return [...pipelinePath(ref), 'spec', 'containers', ref.step]
}

export function stepKey(workflow: Workflow, pipeline: string, container: string): StepKey {
  return `${workflow.type}/${workflow.action}/${pipeline}/${container}`
}

export function pipelineKey(workflow: Workflow, pipeline: string): PipelineKey {
  return `${workflow.type}/${workflow.action}/${pipeline}`
}

/** The folder of a step, with the final slash: the layout of the `kratix` CLI (kratix.md 8.3). */
export function stepFolder(key: StepKey): string {
  return `workflows/${key}/`
}

/**
 * How many characters promise and pipeline name may have together, and how many are used
 * (kratix.md rule 21: `<promise>-<type>-<action>-<pipeline>` is at most 60).
 */
export function identifierBudget(
  promise: string,
  workflow: Workflow,
  pipeline: string,
): { readonly used: number; readonly limit: number; readonly id: string } {
  const id = `${promise}-${workflow.type}-${workflow.action}-${pipeline}`
  return { used: id.length, limit: 60, id }
}
