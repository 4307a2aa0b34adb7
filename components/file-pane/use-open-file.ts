import { useMemo } from 'react'
import type { Marker } from '@/components/code-editor'
import { useDesigner } from '@/components/designer/use-designer'
import type { BuiltFile } from '@/lib/build/types'
import type { Update } from '@/lib/commands/merge-generated'
import { layoutOf, promiseContent } from '@/lib/layout/assemble'
import { promiseFiles, toJoinedOffset, toReal } from '@/lib/layout/places'
import type { Place } from '@/lib/promise/command'
import { BASE_FOLDER, type FileContent, type Files, PROMISE_FILE } from '@/lib/promise/files'
import type { Problem } from '@/lib/store/analysis'
import type { DesignerState } from '@/lib/store/designer'
import type { Reading } from '@/lib/store/reading'
import { documentsOf, promiseDocument, type YamlDocument } from '@/lib/yaml/document'
import { markRange } from './mark-range'

export interface OpenFile {
  readonly path: string
  /** The content as it is now; the built one for a generated file. */
  readonly content: FileContent | undefined
  readonly built: BuiltFile | undefined
  /** The head of a split repository that is no file yet: it becomes one with the first edit. */
  readonly virtual: boolean
  /** The place that an offset lies in; only while it can be told for the text shown. */
  readonly placeAt: ((offset: number) => Place) | undefined
  /** Set when what is generated for this edited file has changed since. */
  readonly update: Update | undefined
  readonly highlight: { readonly from: number; readonly to: number } | undefined
  readonly markers: readonly Marker[]
}

/** What the pane shows: the open file, the selected place in it, and its problems. */
export function useOpenFile(): OpenFile {
  const path = useDesigner((state) => state.openFile)
  const files = useDesigner((state) => state.files)
  const built = useDesigner((state) => state.build.files.get(state.openFile))
  const place = useDesigner((state) => state.place)
  const reading = useDesigner((state) => state.reading)
  const problems = useDesigner((state) => state.problems)
  const authored = files.get(path)
  const head = headOf(files, path)
  const content = authored ?? head ?? built?.content

  const shown = useMemo(
    () => shownDocument(files, path, content, reading),
    [files, path, content, reading],
  )
  const target = useDesigner((state) => state.target)
  const notes = useDesigner((state) => state.notes)
  const base = files.get(BASE_FOLDER + path)
  const update = useMemo(() => {
    const moved = authored && built?.moved
    // The build may lag behind what was merged a moment ago.
    return moved && !base?.equals(moved.now) ? { path, ...moved } : undefined
  }, [authored, built, base, path])
  const highlight = useMemo(() => {
    if (target?.file === path) return target
    if (!shown || place.file !== shown.file || place.path.length === 0) return undefined
    return inFile(files, path, place, shown.document.rangeOf(place.path, 'entry'))
  }, [files, path, place, shown, target])
  const markers = useMemo(() => {
    const length = content?.text?.length ?? 0
    const syntax = reading.stale ? reading.problems.map(syntaxProblem) : []
    const noted = notes.flatMap(({ place: at, range, message }): readonly Marker[] =>
      at.file === path && range ? [{ ...range, message, severity: 'info' }] : [],
    )
    return [...syntax, ...problems]
      .map((problem) => markerOf(files, path, problem, shown))
      .filter((marker) => marker !== undefined)
      .concat(noted)
      .filter((marker) => marker.to <= length)
  }, [files, problems, notes, shown, path, reading, content])
  const placeAt = useMemo(() => shown && ((offset: number) => shown.placeAt(offset)), [shown])

  return {
    path,
    content,
    built,
    update,
    virtual: head !== undefined,
    placeAt,
    highlight,
    markers,
  }
}

/** The content of a file as the design has it this moment. */
export function contentNow({ files, build }: DesignerState, path: string): FileContent | undefined {
  return files.get(path) ?? headOf(files, path) ?? build.files.get(path)?.content
}

/** The head of a split repository, where it is no file yet. */
function headOf(files: Files, path: string): FileContent | undefined {
  return path === PROMISE_FILE && !files.has(path) ? layoutOf(files)?.head : undefined
}

/** A document that places point into, by the file that those places name. */
interface Shown {
  readonly file: string
  readonly document: YamlDocument
  placeAt(offset: number): Place
}

/** The document behind the text shown: for a part of the Promise, the Promise as a whole. */
function shownDocument(
  files: Files,
  path: string,
  content: FileContent | undefined,
  reading: Reading,
): Shown | undefined {
  if (promiseFiles(files).includes(path)) {
    // The reading may lag behind the text, and a stale one is of another text.
    const { document } = reading
    if (!document || reading.stale || document.text !== promiseContent(files)?.text)
      return undefined
    const placeAt = (offset: number): Place => {
      const joined = toJoinedOffset(files, path, offset) ?? offset
      return { file: PROMISE_FILE, path: document.pathAt(joined) }
    }
    return { file: PROMISE_FILE, document, placeAt }
  }
  const document = content && isYaml(path) ? small(content) : undefined
  const placeAt = (offset: number): Place => ({ file: path, path: document?.pathAt(offset) ?? [] })
  return document && { file: path, document, placeAt }
}

/** Files beyond this size show no selection: reading them would hold up the page. */
const SMALL = 200_000

function small(content: FileContent): YamlDocument | undefined {
  if (content.size > SMALL || content.text === null) return undefined
  return documentsOf(content).length === 1 ? promiseDocument(content) : undefined
}

function isYaml(path: string): boolean {
  return /\.ya?ml$/.test(path)
}

type Faulty = Pick<Problem, 'message' | 'severity' | 'place' | 'range'>

function syntaxProblem({ message, severity, range }: Reading['problems'][number]): Faulty {
  return { message, severity, range, place: { file: PROMISE_FILE, path: [] } }
}

function markerOf(
  files: Files,
  path: string,
  { severity, message, place, range }: Faulty,
  shown: Shown | undefined,
): Marker | undefined {
  const known =
    range ?? (place.file === shown?.file ? markRange(shown.document, place.path) : undefined)
  const here = inFile(files, path, place, known)
  return here && { from: here.from, to: here.to, severity, message }
}

/** The range of a place in the file `path`; `undefined` when it lies in another. */
function inFile(
  files: Files,
  path: string,
  place: Place,
  range: { readonly from: number; readonly to: number } | undefined,
): { readonly from: number; readonly to: number } | undefined {
  const real = range && toReal(files, place, range)
  return real?.file === path ? real.range : undefined
}
