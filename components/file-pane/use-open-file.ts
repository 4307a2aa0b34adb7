import { useMemo } from 'react'
import type { Marker } from '@/components/code-editor'
import { useDesigner } from '@/components/designer/use-designer'
import type { BuiltFile } from '@/lib/build/types'
import type { FileContent } from '@/lib/promise/files'
import type { Problem } from '@/lib/store/analysis'
import { documentsOf, promiseDocument, type YamlDocument } from '@/lib/yaml/document'

export interface OpenFile {
  readonly path: string
  /** The content as it is now; the built one for a generated file. */
  readonly content: FileContent | undefined
  readonly built: BuiltFile | undefined
  /** The document that places point into; only when it is that of the text shown. */
  readonly document: YamlDocument | undefined
  readonly highlight: { readonly from: number; readonly to: number } | undefined
  readonly markers: readonly Marker[]
}

/** What the pane shows: the open file, the selected place in it, and its problems. */
export function useOpenFile(): OpenFile {
  const path = useDesigner((state) => state.openFile)
  const authored = useDesigner((state) => state.files.get(state.openFile))
  const built = useDesigner((state) => state.build.files.get(state.openFile))
  const place = useDesigner((state) => state.place)
  const reading = useDesigner((state) => state.reading)
  const problems = useDesigner((state) => state.problems)
  const content = authored ?? built?.content

  const document = useMemo(() => {
    if (path === PROMISE) {
      // The reading may lag behind the text, and a stale one is of another text.
      return reading.document && reading.document.text === content?.text && !reading.stale
        ? reading.document
        : undefined
    }
    return content && isYaml(path) ? small(content) : undefined
  }, [path, content, reading])

  const highlight = useMemo(
    () =>
      place.file === path && place.path.length > 0
        ? document?.rangeOf(place.path, 'entry')
        : undefined,
    [document, place, path],
  )
  const markers = useMemo(() => {
    const length = content?.text?.length ?? 0
    const syntax =
      path === PROMISE && reading.stale
        ? reading.problems.map(({ message, range, severity }) => ({ ...range, message, severity }))
        : []
    const found = problems
      .filter((problem) => problem.place.file === path)
      .map((problem) => markerOf(problem, document))
      .filter((marker) => marker !== undefined)
    return [...syntax, ...found].filter((marker) => marker.to <= length)
  }, [problems, document, path, reading, content])

  return { path, content, built, document, highlight, markers }
}

const PROMISE = 'promise.yaml'

/** Files beyond this size show no selection: reading them would hold up the page. */
const SMALL = 200_000

function small(content: FileContent): YamlDocument | undefined {
  if (content.size > SMALL || content.text === null) return undefined
  return documentsOf(content).length === 1 ? promiseDocument(content) : undefined
}

function isYaml(path: string): boolean {
  return /\.ya?ml$/.test(path)
}

function markerOf(problem: Problem, document: YamlDocument | undefined): Marker | undefined {
  const { severity, message, place } = problem
  const range = problem.range ?? nearest(document, place.path)
  return range && { from: range.from, to: range.to, severity, message }
}

/** The range of the place, or of the closest ancestor that exists. */
function nearest(
  document: YamlDocument | undefined,
  path: readonly (string | number)[],
): { readonly from: number; readonly to: number } | undefined {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const here = path.slice(0, depth)
    const range =
      document?.rangeOf(here, depth === path.length ? 'value' : 'key') ??
      document?.rangeOf(here, 'key')
    if (range) return range
  }
  return undefined
}
