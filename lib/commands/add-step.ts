import { type Command, refused } from '@/lib/promise/command'
import { freeLabel } from '@/lib/promise/dns-label'
import { FileContent, type Files } from '@/lib/promise/files'
import { checkContainerName, checkPipelineName } from '@/lib/promise/names'
import { valueAt } from '@/lib/promise/path'
import type { LanguageId, StepSettings } from '@/lib/promise/settings'
import { containerNameOf } from '@/lib/promise/step-images'
import {
  type StepKey,
  stepFolder,
  stepKey,
  type Workflow,
  workflowPath,
} from '@/lib/promise/workflows'
import { isTemplatePath } from '@/lib/render/check-template'
import { parseYaml } from '@/lib/yaml/document'
import { insertItem } from '@/lib/yaml/edit'
import { defaultPipelineName, newPipeline } from './add-pipeline'
import { editPromiseText, editSettings, set } from './edit-yaml'
import {
  freePipelineName,
  freeStepName,
  isFree,
  kindProblem,
  newImage,
  noSuchPipeline,
  pipelinesOf,
  plan,
  type Repository,
} from './plan'
import { type RenderStarter, renderStarter } from './starter'
import { writeFile } from './write-file'

export type NewStep =
  | {
      readonly kind: 'image'
      readonly image: string
      /** What the container says beside name and image. */
      readonly fields?: Readonly<Record<string, unknown>>
    }
  | { readonly kind: 'dependencies' }
  | {
      readonly kind: 'render'
      readonly language: LanguageId
      /** What it begins with; one ConfigMap when absent. */
      readonly starter?: RenderStarter
    }
  | { readonly kind: 'custom'; readonly language: LanguageId }

export interface StepOptions {
  /** Index of the pipeline; when absent, a new pipeline is made for the step. */
  readonly pipeline?: number
  /** Name of the new pipeline; a free one when absent. */
  readonly pipelineName?: string
  /** A free name that says what the step is when absent. */
  readonly name?: string
  /** Index of the step to put it before; at the end when absent. */
  readonly before?: number
}

/** Adds a step, with what it starts from, to a pipeline or to a new one. */
export function addStep(workflow: Workflow, step: NewStep, options: StepOptions = {}): Command {
  const label = 'Add step'
  return plan(label, (repository) => {
    const pipelines = pipelinesOf(repository, workflow)
    const pipeline = options.pipeline === undefined ? undefined : pipelines[options.pipeline]
    if (options.pipeline !== undefined && !pipeline) return noSuchPipeline
    const pipelineName =
      pipeline?.name ??
      options.pipelineName ??
      freePipelineName(repository, workflow, defaultPipelineName(workflow))
    const name =
      options.name ?? freeStepName(repository, workflow, pipelineName, defaultStepName(step))
    const key = stepKey(workflow, pipelineName, name)

    const taken = !isFree(repository, key)
    const twin = !pipeline && pipelines.some((other) => other.name === pipelineName)
    const problem =
      kindProblem(step.kind, workflow) ??
      // An image may join a pipeline whose name is wrong; a step with a folder may not.
      (pipeline && step.kind === 'image' ? undefined : checkPipelineName(pipelineName)) ??
      checkContainerName(name) ??
      (twin ? `The workflow has another pipeline named "${pipelineName}".` : undefined) ??
      (taken ? `There is, or was, another step ${key}.` : undefined)
    if (problem) return refused(problem)

    const image = step.kind === 'image' ? step.image.trim() : newImage(repository, key)
    const container = { name, image, ...(step.kind === 'image' && step.fields) }
    const count = pipeline?.steps.length ?? 0
    const index = Math.min(options.before ?? count, count)
    const list = pipeline
      ? [...pipeline.path, 'spec', 'containers']
      : [...workflowPath(workflow), pipelines.length, 'spec', 'containers']
    const added = editPromiseText({ label, place: [...list, index] }, (document) =>
      pipeline
        ? insertItem(document, list, index, container)
        : insertItem(
            document,
            workflowPath(workflow),
            pipelines.length,
            newPipeline(pipelineName, [container]),
          ),
    )
    return [added, ...starter(repository, workflow, step, { key, pipeline: pipelineName, name })]
  })
}

interface NamedStep {
  readonly key: StepKey
  readonly pipeline: string
  readonly name: string
}

/** The settings and the authored files that a new step starts from. */
function starter(
  repository: Repository,
  workflow: Workflow,
  step: NewStep,
  { key, pipeline, name }: NamedStep,
): readonly Command[] {
  const settle = (settings: StepSettings) =>
    editSettings({ label: 'Set up step' }, set(['steps', key], settings))
  if (step.kind === 'image') return []
  if (step.kind === 'dependencies') return [settle({ kind: step.kind })]
  if (step.kind === 'custom') return [settle({ kind: step.kind, language: step.language })]
  const object = freeObjectName(repository, workflow, pipeline, name)
  const names = { step: name, object }
  const { settings, template } =
    step.starter ?? renderStarter(workflow.type, step.language, repository.promise, names)
  const path = freeTemplate(repository, workflow, pipeline, template.path)
  return [
    settle(settings),
    writeFile(`${stepFolder(key)}resources/${path}`, FileContent.fromText(template.text)),
  ]
}

/**
 * The end of a name that no other step gives its object: two pipelines may have a step of one name,
 * a step keeps its template when it is renamed, and all that they write is in one namespace.
 */
function freeObjectName(
  { files, steps }: Repository,
  { type }: Workflow,
  pipeline: string,
  name: string,
): string {
  const others = steps.filter(({ key, kind }) => kind === 'render' && key.startsWith(`${type}/`))
  if (others.length === 0) return ''
  const taken = objectNames(
    files,
    others.map(({ key }) => key),
  )
  const wanted = others.some((other) => other.name === name) ? `${pipeline}-${name}` : name
  return freeLabel(wanted, (end) => taken.has(`\${name}-${end}`))
}

/** The names in the templates of the steps, as if every placeholder in them were `${name}`. */
function objectNames(files: Files, keys: readonly StepKey[]): ReadonlySet<string> {
  const folders = keys.map((key) => `${stepFolder(key)}resources/`)
  const names = new Set<string>()
  for (const [path, { text }] of files) {
    if (text === null || !isTemplatePath(path)) continue
    if (!folders.some((folder) => path.startsWith(folder))) continue
    for (const document of parseYaml(text)) {
      const name = valueAt(document.value(), ['metadata', 'name'])
      if (typeof name === 'string') names.add(name.replace(/\$\{[^}]*\}/g, () => '${name}'))
    }
  }
  return names
}

/** The steps of a pipeline share one output, in which files are called like their templates. */
function freeTemplate(
  { files, steps }: Repository,
  { type, action }: Workflow,
  pipeline: string,
  path: string,
): string {
  const folders = steps
    .filter(
      ({ kind, key }) => kind === 'render' && key.startsWith(`${type}/${action}/${pipeline}/`),
    )
    .map(({ key }) => `${stepFolder(key)}resources/`)
  const stem = path.replace(/\.yaml$/, '')
  const free = freeLabel(stem, (one) =>
    folders.some((folder) => files.has(`${folder}${one}.yaml`) || files.has(`${folder}${one}.yml`)),
  )
  return `${free}.yaml`
}

function defaultStepName(step: NewStep): string {
  if (step.kind === 'image') return containerNameOf(step.image)
  return step.kind === 'dependencies' ? 'configure-deps' : step.kind
}
