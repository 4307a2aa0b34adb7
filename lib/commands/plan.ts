import { type Command, type Outcome, refused } from '@/lib/promise/command'
import { freeLabel, toDnsLabel } from '@/lib/promise/dns-label'
import type { Files } from '@/lib/promise/files'
import { checkContainerName, checkPipelineName } from '@/lib/promise/names'
import type { Path } from '@/lib/promise/path'
import { followsSetting, freeImage, type ImageSetting } from '@/lib/promise/step-images'
import type { PipelineView, PromiseView } from '@/lib/promise/view'
import {
  type PipelineKey,
  type PipelineRef,
  pipelineKey,
  type StepKey,
  type StepRef,
  stepKey,
  type Workflow,
} from '@/lib/promise/workflows'
import { carry, leftBehind } from './carry'
import { set, type YamlEdit } from './edit-yaml'
import { onPromise } from './on-promise'
import { readSettings } from './settings'
import { imageSetting, type Step, type StepKind, stepsOf } from './steps'

/** What a command of the workflow side needs to know of the files. */
export interface Repository {
  readonly files: Files
  readonly promise: PromiseView
  readonly steps: readonly Step[]
  readonly images: ImageSetting
}

/**
 * A command that is made of others once the files are known: promise.yaml, settings and folders
 * of a step change together. Refused while `promise.yaml` cannot be read.
 */
export function plan(
  label: string,
  make: (repository: Repository) => readonly Command[] | Outcome,
  group?: string,
): Command {
  return onPromise(
    label,
    ({ files, promise }) => {
      const { settings } = readSettings(files)
      const steps = stepsOf(promise, settings)
      return make({ files, promise, steps, images: imageSetting(promise, settings) })
    },
    group,
  )
}

/** The step at a place, if `promise.yaml` has one there. */
export function findStep({ steps }: Repository, at: StepRef): Step | undefined {
  return steps.find(
    ({ ref }) =>
      ref.type === at.type &&
      ref.action === at.action &&
      ref.pipeline === at.pipeline &&
      ref.step === at.step,
  )
}

/** True when two containers have the same names all the way: their folder belongs to both. */
export function isShared({ steps }: Repository, key: StepKey): boolean {
  return steps.filter((step) => step.key === key).length > 1
}

/** True when nothing has the key, neither a step nor what a removed one left behind. */
export function isFree({ files, steps }: Repository, key: StepKey): boolean {
  return steps.every((step) => step.key !== key) && !leftBehind(files, key)
}

/** A free, valid container name in a pipeline: `wanted` as far as that is one. */
export function freeStepName(
  repository: Repository,
  workflow: Workflow,
  pipeline: string,
  wanted: string,
): string {
  const name = checkContainerName(wanted) === undefined ? wanted : toDnsLabel(wanted, 'step')
  return freeLabel(
    name,
    (one) =>
      checkContainerName(one) !== undefined ||
      !isFree(repository, stepKey(workflow, pipeline, one)),
  )
}

/** A free, valid pipeline name in a workflow: `wanted` as far as that is one. */
export function freePipelineName(
  repository: Repository,
  workflow: Workflow,
  wanted: string,
): string {
  const name = checkPipelineName(wanted) === undefined ? wanted : toDnsLabel(wanted, 'pipeline')
  const pipelines = pipelinesOf(repository, workflow)
  return freeLabel(
    name,
    (one) =>
      pipelines.some((pipeline) => pipeline.name === one) ||
      leftBehind(repository.files, pipelineKey(workflow, one)),
  )
}

/** The pipelines of a workflow. */
export function pipelinesOf({ promise }: Repository, to: Workflow): readonly PipelineView[] {
  const same = ({ type, action }: Workflow) => type === to.type && action === to.action
  return promise.workflows.find(same)?.pipelines ?? []
}

/** The steps of one pipeline. */
export function stepsIn({ steps }: Repository, at: PipelineRef): readonly Step[] {
  return steps.filter(
    ({ ref }) => ref.type === at.type && ref.action === at.action && ref.pipeline === at.pipeline,
  )
}

/** True when all below the pipeline's key is its own: the name is valid and no other has it. */
export function ownsFolder(repository: Repository, workflow: Workflow, name: string): boolean {
  const valid = checkPipelineName(name) === undefined // "a/b" would be the key of a step
  return valid && pipelinesOf(repository, workflow).filter((one) => one.name === name).length === 1
}

/** Takes along what belongs to the steps of a pipeline; what is shared stays for the others. */
export function carryPipeline(
  repository: Repository,
  ref: PipelineRef,
  name: string,
  to: PipelineKey,
): readonly Command[] {
  if (ownsFolder(repository, ref, name)) return [carry(pipelineKey(ref, name), to, 'move')]
  return stepsIn(repository, ref).map((step) =>
    carry(step.key, `${to}/${step.name}`, isShared(repository, step.key) ? 'copy' : 'move'),
  )
}

/** An image that follows the settings and that no step but `except` uses. */
export function newImage({ steps, images }: Repository, key: StepKey, except?: Step): string {
  return freeImage(images, key, (image) =>
    steps.some((step) => step !== except && step.image === image),
  )
}

/** The edit of an image that follows its step to another key; none when the image stays. */
export function followTo(
  repository: Repository,
  step: Step,
  key: StepKey,
  change: 'rename' | 'copy',
  path: Path = step.path,
): readonly YamlEdit[] {
  if (!step.ours || !step.followsImage) return []
  const stays = change === 'rename' && followsSetting(step.image, repository.images, key)
  if (stays) return []
  return [
    set([...path, 'image'], newImage(repository, key, change === 'rename' ? step : undefined)),
  ]
}

/** Why a step of this kind cannot stand in the workflow. */
export function kindProblem(kind: StepKind, { action }: Workflow): string | undefined {
  if (action !== 'delete' || (kind !== 'render' && kind !== 'dependencies')) return undefined
  return `A ${kind} step writes manifests, and Kratix ignores what a delete workflow writes.`
}

export const noSuchStep: Outcome = refused('There is no such step any more.')
export const noSuchPipeline: Outcome = refused('There is no such pipeline any more.')
