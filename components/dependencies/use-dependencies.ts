import { useMemo } from 'react'
import { useDesigner } from '@/components/designer/use-designer'
import { dependenciesStep, manifestsOf } from '@/lib/commands/dependency-files'
import type { DependencyRef } from '@/lib/commands/remove-dependency'
import { type DependencyDocument, documentsIn, estimateJsonSize, totals } from '@/lib/dependencies'
import { promiseContent } from '@/lib/layout/assemble'
import type { Place } from '@/lib/promise/command'
import { type FileContent, PROMISE_FILE } from '@/lib/promise/files'

/** One object that the Promise brings along, wherever it is kept. */
export interface DependencyRow {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly namespace: string
  readonly bytes: number
  readonly place: Place
  readonly remove: DependencyRef
  readonly problem: string | undefined
}

export interface DependencyGroup {
  /** Where the objects are: the file, without its folder. */
  readonly title: string
  readonly rows: readonly DependencyRow[]
  readonly bytes: number
  /** The objects as JSON, as they would count inside the Promise. */
  readonly json: number
}

export interface Dependencies {
  readonly inside: readonly DependencyRow[]
  /** Files of the image. */
  readonly image: readonly DependencyGroup[]
  /** Folder of the image's step, when there is one. */
  readonly folder: string | undefined
  readonly objects: number
  /** The whole promise.yaml as JSON, which is what the limits count. */
  readonly promiseJson: number
  /** What would come on top if the image's objects were put inside. */
  readonly imageJson: number
}

/** Every object that the Promise brings along, read fast enough for the page. */
export function useDependencies(): Dependencies {
  const reading = useDesigner((state) => state.reading)
  const files = useDesigner((state) => state.files)
  const steps = useDesigner((state) => state.steps)
  const folder = dependenciesStep(steps)?.folder

  const inside = useMemo(
    () =>
      reading.view.dependencies.map((dependency, index): DependencyRow => {
        const range = reading.document?.rangeOf(dependency.path, 'value')
        return {
          id: `item-${index}`,
          kind: dependency.kind,
          name: dependency.name,
          namespace: dependency.namespace,
          bytes: range ? range.to - range.from : 0,
          place: { file: PROMISE_FILE, path: dependency.path },
          remove: { item: index },
          problem: undefined,
        }
      }),
    [reading],
  )
  const image = useMemo(
    () =>
      folder === undefined
        ? []
        : manifestsOf(files, folder).map((path) => groupOf(path, files.get(path), folder)),
    [files, folder],
  )
  const promise = promiseContent(files)
  const promiseJson = useMemo(() => estimateJsonSize(promise?.text ?? ''), [promise])
  const imageJson = image.reduce((sum, group) => sum + group.json, 0)
  const objects = inside.length + image.reduce((sum, group) => sum + group.rows.length, 0)
  return { inside, image, folder, objects, promiseJson, imageJson }
}

/** Groups by what was listed: a file that did not change gives the same rows. */
const groups = new WeakMap<readonly DependencyDocument[], DependencyGroup>()

function groupOf(path: string, content: FileContent | undefined, folder: string): DependencyGroup {
  const documents = content ? documentsIn(path, content) : []
  const known = groups.get(documents)
  if (known) return known
  const rows = documents.map((document, at): DependencyRow => {
    const { kind, name, namespace, bytes, problems, index } = document
    return {
      id: `${path}-${at}`,
      kind,
      name,
      namespace,
      bytes,
      place: { file: path, path: [] },
      remove: { file: path, document: index },
      problem: problems[0]?.message,
    }
  })
  const title = path.slice(folder.length + 'resources/'.length)
  const group = { title, rows, bytes: content?.size ?? 0, json: totals(documents).json }
  groups.set(documents, group)
  return group
}
