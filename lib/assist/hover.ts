import { FileContent, type Files } from '@/lib/promise/files'
import { type Path, valueAt } from '@/lib/promise/path'
import { documentsOf, type Range } from '@/lib/yaml/document'
import { fileHelp } from './file-help'
import { helpAt } from './help'

/** What is said of a key or a value. */
export interface HoverText {
  /** The key or the value that it is about. */
  readonly range: Range
  readonly path: Path
  /** What it holds, in words. */
  readonly type: string
  readonly required: boolean
  readonly about?: string | undefined
  /** What the value means, where it is one of several. */
  readonly value?: string | undefined
  readonly source?: string | undefined
}

/** What is known of what stands at `offset` in `text`, a new state of the file `path`. */
export function hover(
  files: Files,
  path: string,
  text: string,
  offset: number,
): HoverText | undefined {
  const known = files.get(path)
  const content = known?.text === text ? known : FileContent.fromText(text)
  const document = documentsOf(content).find(
    ({ range }) => range.from <= offset && offset <= range.to,
  )
  const at = document?.pathAt(offset) ?? []
  const name = at.at(-1)
  if (!document || name === undefined) return undefined
  const within = (range: Range | undefined) => range && range.from <= offset && offset <= range.to
  const key = document.rangeOf(at, 'key')
  const own = document.rangeOf(at, 'value')
  const value = document.value()
  const here = valueAt(value, at)
  const scalar = typeof here !== 'object' || here === null
  const range =
    within(key) && typeof name === 'string' ? key : scalar && within(own) ? own : undefined
  const root = range && fileHelp(files, path, value)
  const help = root && helpAt(root, value, at)
  if (!range || !help || (help.about === undefined && help.source === undefined)) return undefined
  const holder = helpAt(root, value, at.slice(0, -1))
  const field = holder?.fields(valueAt(value, at.slice(0, -1))).find((one) => one.name === name)
  return {
    range,
    path: at,
    type: help.type,
    required: field?.required ?? false,
    about: help.about,
    value: help.values.find((one) => one.value === here)?.about,
    source: help.source,
  }
}
