import { BASE_FOLDER, type Files } from '@/lib/promise/files'
import { checkContainerName, checkPipelineName } from '@/lib/promise/names'
import { type Path, samePath } from '@/lib/promise/path'
import type { LanguageId, Settings, StepSettings } from '@/lib/promise/settings'
import { followsSetting, type ImageSetting } from '@/lib/promise/step-images'
import type { PipelineView, PromiseView } from '@/lib/promise/view'
import {
  type PipelineKey,
  type PipelineRef,
  pipelinePath,
  type StepKey,
  type StepRef,
  stepKey,
} from '@/lib/promise/workflows'

export type StepKind = StepSettings['kind'] | 'image'

/** A container of a pipeline, with what the settings say of it. */
export interface Step {
  readonly ref: StepRef
  readonly key: StepKey
  /** Place of the container in `promise.yaml`. */
  readonly path: Path
  readonly pipeline: string
  readonly name: string
  readonly image: string
  readonly kind: StepKind
  readonly language: LanguageId | undefined
  readonly settings: StepSettings | undefined
  /** True when we generate the step's folder; else its image, or its folder, is the user's own. */
  readonly ours: boolean
  /** True when the image follows registry and version of the settings. */
  readonly followsImage: boolean
  /** `workflows/<key>/`; `undefined` while a name cannot be a folder's. */
  readonly folder: string | undefined
}

/** Every container of the four workflows, in the order in which they run. */
export function stepsOf(promise: PromiseView, settings: Settings): readonly Step[] {
  const setting = imageSetting(promise, settings)
  return promise.workflows.flatMap((workflow) =>
    workflow.pipelines.flatMap((pipeline) =>
      pipeline.steps.map((step): Step => {
        const { type, action } = workflow
        const key = stepKey(workflow, pipeline.name, step.name)
        const own = Object.hasOwn(settings.steps, key) ? settings.steps[key] : undefined
        return {
          ref: { type, action, pipeline: lastIndex(pipeline.path), step: lastIndex(step.path) },
          key,
          path: step.path,
          pipeline: pipeline.name,
          name: step.name,
          image: step.image,
          kind: own?.kind ?? 'image',
          language: own && 'language' in own ? own.language : undefined,
          settings: own,
          ours: own !== undefined,
          followsImage: followsSetting(step.image, setting, key),
          folder: folderOf(key),
        }
      }),
    ),
  )
}

/** Settings of steps that `promise.yaml` does not have (any more): kept until they are reattached. */
export function orphanedSettings(promise: PromiseView, settings: Settings): readonly StepKey[] {
  const present = new Set<string>(stepsOf(promise, settings).map(({ key }) => key))
  return Object.keys(settings.steps).filter((key): key is StepKey => !present.has(key))
}

/** What the images of this Promise follow. */
export function imageSetting(promise: PromiseView, settings: Settings): ImageSetting {
  const { name, version } = promise
  return { registry: settings.images?.registry, promise: name, version }
}

/**
 * `workflows/<key>/` of a step or a whole pipeline, unless a name in the key cannot be a folder's
 * (a half-typed or hostile one).
 */
export function folderOf(key: StepKey | PipelineKey): string | undefined {
  const [, , pipeline = '', container, ...rest] = key.split('/')
  const valid =
    rest.length === 0 &&
    !checkPipelineName(pipeline) &&
    (container === undefined || !checkContainerName(container))
  return valid ? `workflows/${key}/` : undefined
}

/** Paths of the step's authored and edited files, without the bases of edited ones. */
export function filesOfStep(files: Files, key: StepKey): readonly string[] {
  const folder = folderOf(key)
  return folder === undefined ? [] : [...files.keys()].filter((path) => path.startsWith(folder))
}

/** Paths of the step's generated files that the user has edited: they have a base. */
export function editedFilesOfStep(files: Files, key: StepKey): readonly string[] {
  return filesOfStep(files, key).filter((path) => files.has(BASE_FOLDER + path))
}

/** The pipeline at a place of the list, if the list has one there. */
export function pipelineAt(promise: PromiseView, ref: PipelineRef): PipelineView | undefined {
  const workflow = promise.workflows.find(
    ({ type, action }) => type === ref.type && action === ref.action,
  )
  const path = pipelinePath(ref)
  return workflow?.pipelines.find((pipeline) => samePath(pipeline.path, path))
}

function lastIndex(path: Path): number {
  const last = path.at(-1)
  return typeof last === 'number' ? last : -1
}
