import { type FileContent, type Files, PROMISE_FILE } from '@/lib/promise/files'
import { isRecord, type Path, valueAt } from '@/lib/promise/path'
import { WORKFLOWS, workflowPath } from '@/lib/promise/workflows'
import { documentsOf } from '@/lib/yaml/document'

/** The API of a split repository: its CustomResourceDefinition. */
export const API_FILE = 'api.yaml'
/** The dependencies of a split repository: a list of objects, or empty. */
export const DEPENDENCIES_FILE = 'dependencies.yaml'

/** A file of the split layout, and the place in the Promise that it holds. */
export interface Slot {
  readonly file: string
  readonly path: Path
}

/** The files of the split layout of the `kratix` CLI (kratix.md 7.1, 7.3), in the order of a Promise. */
export const SLOTS: readonly Slot[] = [
  { file: API_FILE, path: ['spec', 'api'] },
  { file: DEPENDENCIES_FILE, path: ['spec', 'dependencies'] },
  ...WORKFLOWS.map((workflow) => ({
    file: `workflows/${workflow.type}/${workflow.action}/workflow.yaml`,
    path: workflowPath(workflow),
  })),
]

/** A part of a split repository. */
export interface Part extends Slot {
  readonly content: FileContent
}

/** A repository whose Promise lies in several files. */
export interface Split {
  /** `promise.yaml` without an API: what the parts have no place for. */
  readonly head: FileContent | undefined
  readonly parts: readonly Part[]
}

/**
 * The parts of a split repository; `undefined` for any other. It is split when it has an
 * `api.yaml` beside another part or beside a `promise.yaml` that lacks `spec.api`. What the parts
 * say does not matter, so that it stays split while they are being typed.
 */
export function splitOf(files: Files): Split | undefined {
  const api = files.get(API_FILE)
  if (!api) return undefined
  const head = files.get(PROMISE_FILE)
  if (isOtherApi(api) || (head && hasApi(head))) return undefined
  const parts = SLOTS.flatMap((slot) => {
    const content = files.get(slot.file)
    return content ? [{ ...slot, content }] : []
  })
  if (parts.length > 1 || (head && isCrd(api))) return { head, parts }
  return undefined
}

/**
 * True when `folder` (`''` for the root, else without final slash) is the root of a split
 * repository: for importers, which see paths of the input.
 */
export function isSplitRoot(files: Files, folder: string): boolean {
  const prefix = folder === '' ? '' : `${folder}/`
  const below = new Map<string, FileContent>()
  for (const file of [PROMISE_FILE, ...SLOTS.map((slot) => slot.file)]) {
    const content = files.get(prefix + file)
    if (content) below.set(file, content)
  }
  const api = below.get(API_FILE)
  return api !== undefined && isCrd(api) && splitOf(below) !== undefined
}

/**
 * Files that look like parts but are not read, since `promise.yaml` has its own API: what
 * `kratix build promise` wrote there wins.
 */
export function unreadParts(files: Files): readonly string[] {
  const api = files.get(API_FILE)
  const head = files.get(PROMISE_FILE)
  if (!api || !head || !isCrd(api) || !hasApi(head)) return []
  return SLOTS.map(({ file }) => file).filter((file) => files.has(file))
}

/** Where a second document begins in a part; the CLI reads the first one only. */
export function secondDocument({ text }: FileContent): number | undefined {
  const body = text === null ? undefined : bodyOf(text)
  if (!body || text === null) return undefined
  const rest = /^---(?=[ \t\r\n]|$)/m.exec(text.slice(body.to))
  if (!rest || !bodyOf(text.slice(body.to))) return undefined
  return body.to + rest.index
}

/**
 * The first document of a part, without its marks: what goes into the joined text. `undefined`
 * when there is nothing but blank lines and comments.
 */
export function bodyOf(text: string): { readonly from: number; readonly to: number } | undefined {
  let from = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const mark = /^(?:(?:[%#].*|[ \t]*)\r?\n)*---(?=[ \t\r\n]|$)/.exec(text.slice(from))
  if (mark) {
    from += mark[0].length
    const line = /^[ \t]*\r?\n/.exec(text.slice(from))
    if (line) from += line[0].length
  }
  const end = /\n(?:---|\.\.\.)(?:[ \t\r\n]|$)/.exec(text.slice(from))
  const to = end ? from + end.index + 1 : text.length
  const says = /^[ \t]*[^\s#]/m.test(text.slice(from, to))
  return says ? { from, to } : undefined
}

/** True when a `promise.yaml` has an API, or may well have one: it is then the whole Promise. */
function hasApi(content: FileContent): boolean {
  const { text } = content
  if (text === null) return true
  const documents = documentsOf(content)
  const [document] = documents
  if (!document || documents.length > 1) return true
  if (document.broken) return /^[ \t]+["']?api["']?[ \t]*:/m.test(text) || /"api"\s*:/.test(text)
  return !isVacuous(valueAt(document.value(), ['spec', 'api']))
}

/** True for what stands for nothing: absent, null, or an empty map or list. */
export function isVacuous(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (Array.isArray(value)) return value.length === 0
  return isRecord(value) && Object.keys(value).length === 0
}

/** A look at the text, not a reading of it: it may be broken just now. */
function isCrd({ text }: FileContent): boolean {
  return text !== null && /^["' ]*kind["']?\s*:\s*["']?CustomResourceDefinition\b/m.test(text)
}

/** `api.yaml` is also what people call the description of an HTTP API. */
function isOtherApi({ text }: FileContent): boolean {
  return text === null || /^["' {]*(openapi|swagger|asyncapi)["']?\s*:/m.test(text)
}
