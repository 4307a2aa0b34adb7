import { type Command, type Outcome, refused } from '@/lib/promise/command'
import { FileContent, PROMISE_FILE } from '@/lib/promise/files'
import type { Path } from '@/lib/promise/path'
import { promiseDocument, type YamlDocument } from '@/lib/yaml/document'
import { removeAt, setValue } from '@/lib/yaml/edit'
import { addToImage, type DependencyPlace, insertDocuments } from './add-dependencies'
import {
  type DependencyFile,
  dependenciesStep,
  freePath,
  manifestName,
  manifestsOf,
} from './dependency-files'
import { editPromiseText } from './edit-yaml'
import { plan, type Repository, stepsIn } from './plan'
import { removePipeline } from './remove-pipeline'
import { removeStep } from './remove-step'
import { standalone } from './standalone'
import { filesOfStep } from './steps'

const label = 'Move dependencies'
const LIST: Path = ['spec', 'dependencies']

/** Moves all dependencies into the Promise, or out of it into an image. Comments go along. */
export function moveDependencies(how: DependencyPlace): Command {
  return plan(label, (repository) => (how === 'image' ? moveOut(repository) : moveIn(repository)))
}

/** One file per document. */
function moveOut(repository: Repository): readonly Command[] | Outcome {
  const content = repository.files.get(PROMISE_FILE)
  const document = content && promiseDocument(content)
  if (!document || repository.promise.dependencies.length === 0) {
    return refused('There are no dependencies inside the Promise.')
  }
  const taken = new Set<string>()
  const files: DependencyFile[] = []
  for (const { path, kind, name } of repository.promise.dependencies) {
    const text = standalone(document, path)
    const file = freePath(manifestName(kind, name), (one) => taken.has(one))
    taken.add(file)
    files.push({ path: file, content: FileContent.fromText(text) })
  }
  const added = addToImage(repository, files)
  if ('kind' in added) return added
  const emptied = editPromiseText({ label, place: ['spec'] }, (here) =>
    hasComment(here) ? setValue(here, LIST, []) : removeAt(here, LIST),
  )
  // First, while promise.yaml has been read: what follows reads a short one.
  return [emptied, ...added]
}

/** True when comments belong to the key itself: they stay, and the key with them. */
function hasComment(document: YamlDocument): boolean {
  const entry = document.rangeOf(LIST, 'entry')
  const key = document.rangeOf(LIST, 'key')
  return (
    entry !== undefined &&
    key !== undefined &&
    document.text.slice(entry.from, key.from).includes('#')
  )
}

/** Every document of every file; the step goes, and its pipeline when it has no other. */
function moveIn(repository: Repository): readonly Command[] | Outcome {
  const { files, steps } = repository
  const step = dependenciesStep(steps)
  if (!step || step.folder === undefined) return refused('There is no step with dependencies.')
  const manifests = manifestsOf(files, step.folder)
  const other = filesOfStep(files, step.key).find(
    (path) =>
      path.startsWith(`${step.folder}resources/`) && !isKeep(path) && !manifests.includes(path),
  )
  if (other)
    return refused(`"${other}" is no manifest and cannot go into the Promise; remove it first.`)
  const given = manifests.flatMap((path): DependencyFile[] => {
    const content = files.get(path)
    return content ? [{ path, content }] : []
  })
  const inserted = insertDocuments(given)
  if ('kind' in inserted) return inserted
  const alone = stepsIn(repository, step.ref).length === 1
  return [alone ? removePipeline(step.ref) : removeStep(step.ref), ...inserted]
}

function isKeep(path: string): boolean {
  return path.endsWith('/.gitkeep')
}
