import { type Command, type Outcome, refused } from '@/lib/promise/command'
import { type Path, valueAt } from '@/lib/promise/path'
import { type StepKey, stepKey } from '@/lib/promise/workflows'
import { addPipeline } from './add-pipeline'
import { addStep } from './add-step'
import { type DependencyFile, dependenciesStep, freePath, resourcePath } from './dependency-files'
import { editPromiseText, type YamlEdit } from './edit-yaml'
import { appendItems, type Item, itemsOf } from './insert-manifests'
import { freeStepName, pipelinesOf, plan, type Repository } from './plan'
import { folderOf } from './steps'
import { writeFile } from './write-file'

/** Within `spec.dependencies`, or as files of an image that the promise workflow runs. */
export type DependencyPlace = 'inside' | 'image'

const label = 'Add dependencies'
const LIST: Path = ['spec', 'dependencies']
const PIPELINE = 'dependencies'
const WORKFLOW = { type: 'promise', action: 'configure' } as const

/** Adds manifests to what the Promise installs on each Destination. */
export function addDependencies(files: readonly DependencyFile[], how: DependencyPlace): Command {
  return plan(label, (repository) =>
    how === 'inside' ? insertDocuments(files) : addToImage(repository, files),
  )
}

/** Each document becomes an item of the list, its source as it is. */
export function insertDocuments(files: readonly DependencyFile[]): readonly Command[] | Outcome {
  const items: Item[] = []
  for (const { path, content } of files) {
    const read = itemsOf(content)
    if (typeof read === 'string') return refused(`"${path}": ${read}`)
    items.push(...read)
  }
  if (items.length === 0) return refused('There are no manifests in it.')
  const append: YamlEdit = (document) => {
    const present = valueAt(document.value(), LIST)
    return appendItems(document, LIST, Array.isArray(present) ? present.length : 0, items)
  }
  return [editPromiseText({ label, place: LIST }, append)]
}

/** The files go below `resources/` as they are; the step that copies them is made when absent. */
export function addToImage(
  repository: Repository,
  files: readonly DependencyFile[],
): readonly Command[] | Outcome {
  const step = dependenciesStep(repository.steps)
  if (files.length === 0) return refused('There are no manifests in it.')
  if (!step) {
    const name = freeStepName(repository, WORKFLOW, PIPELINE, 'configure-deps')
    return [
      ...addDependenciesStep(repository, name),
      ...writeAll(repository, stepKey(WORKFLOW, PIPELINE, name), files),
    ]
  }
  if (step.folder === undefined) return refused(`The step ${step.key} needs valid names first.`)
  return writeAll(repository, step.key, files)
}

/** First of all, since later pipelines may need what the dependencies bring. */
function addDependenciesStep(repository: Repository, name: string): readonly Command[] {
  const pipelines = pipelinesOf(repository, WORKFLOW)
  const known = pipelines.findIndex((pipeline) => pipeline.name === PIPELINE)
  const step = (pipeline: number) =>
    addStep(WORKFLOW, { kind: 'dependencies' }, { pipeline, name, before: 0 })
  if (known >= 0) return [step(known)]
  return [addPipeline(WORKFLOW, { name: PIPELINE, before: 0 }), step(0)]
}

function writeAll(
  { files: present }: Repository,
  key: StepKey,
  files: readonly DependencyFile[],
): readonly Command[] {
  const folder = `${folderOf(key)}resources/`
  // Some file systems take "A.yaml" and "a.yaml" for one.
  const taken = new Set([...present.keys()].map((path) => path.toLowerCase()))
  return files.flatMap(({ path, content }) => {
    const wanted = folder + resourcePath(path)
    if (present.get(wanted)?.equals(content)) return []
    const file = freePath(wanted, (one) => taken.has(one.toLowerCase()))
    taken.add(file.toLowerCase())
    return [writeFile(file, content)]
  })
}
