import { goDuration } from '@/lib/promise/go-duration'
import { isRecord } from '@/lib/promise/path'
import { parseYaml } from '@/lib/yaml/document'
import type { Control } from './types'

export const SELECTORS_FILE = 'destination-selectors.yaml'
export const STATUS_FILE = 'status.yaml'
export const CONTROL_FILE = 'workflow-control.yaml'

export type ReadFile<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string }

export interface Selector {
  /** `.` for the files that have no entry of their own. */
  readonly directory: string
  readonly matchLabels: Readonly<Record<string, string>>
}

/** `destination-selectors.yaml` with the checks of Kratix, in its order and words (kratix.md 5.3). */
export function readSelectors(source: string | null): ReadFile<readonly Selector[]> {
  const invalid = (why: string) => fail(`invalid destination-selectors.yaml: ${why}`)
  const read = firstDocument(source)
  if (!read.ok) return invalid(read.reason)
  if (read.value === null || read.value === undefined) return { ok: true, value: [] }
  if (!Array.isArray(read.value)) return invalid(`${kindOf(read.value)} where a list must stand`)
  const selectors: Selector[] = []
  for (const [index, entry] of read.value.entries()) {
    if (!isRecord(entry)) return invalid(`entry with index ${index} is ${kindOf(entry)}, not a map`)
    const { directory = '', matchLabels = {} } = entry
    if (directory !== null && typeof directory !== 'string') {
      return invalid(`directory of the entry with index ${index} is ${kindOf(directory)}`)
    }
    if (matchLabels !== null && !isRecord(matchLabels)) {
      return invalid(`matchLabels of the entry with index ${index} is ${kindOf(matchLabels)}`)
    }
    const labels = Object.entries(matchLabels ?? {})
    const odd = labels.find(([, value]) => typeof value !== 'string')
    if (odd) {
      return invalid(
        `the label ${JSON.stringify(odd[0])} of the entry with index ${index} is ${kindOf(odd[1])}, not a string: quote it`,
      )
    }
    selectors.push({
      directory: cleanPath(directory ?? ''),
      matchLabels: Object.fromEntries(labels) as Record<string, string>,
    })
  }
  const bare = selectors.findIndex(({ matchLabels }) => Object.keys(matchLabels).length === 0)
  if (bare >= 0) return invalid(`entry with index ${bare} has no selectors`)
  const directories = selectors.map(({ directory }) => directory)
  const twice = directories.find((one, index) => directories.indexOf(one) < index)
  if (twice !== undefined) {
    const what = twice === '.' ? 'two entries without a directory' : `two entries for ${twice}`
    return fail(`duplicate entries in destination-selectors.yaml: ${what}`)
  }
  const deep = directories.find((one) => one.includes('/'))
  if (deep !== undefined) {
    return fail(
      `invalid directory in destination-selectors.yaml: ${deep}, sub-directories are not allowed`,
    )
  }
  return { ok: true, value: selectors }
}

/** `status.yaml`: a map without the key that is Kratix' own (kratix.md 5.5). */
export function readStatus(source: string | null): ReadFile<Readonly<Record<string, unknown>>> {
  const read = firstDocument(source)
  if (!read.ok)
    return fail(
      `failed to load incoming status: failed to unmarshal incoming status: ${read.reason}`,
    )
  const { value } = read
  if (value === null || value === undefined) return { ok: true, value: {} }
  if (!isRecord(value)) {
    return fail(
      `failed to load incoming status: failed to unmarshal incoming status: ${kindOf(value)} where a map must stand`,
    )
  }
  if (Object.hasOwn(value, 'kratix')) {
    return fail(
      "'kratix' is a kratix managed status field that cannot be updated via workflows; remove update to 'kratix' from the '/kratix/metadata/status.yaml' file",
    )
  }
  return { ok: true, value }
}

/** `workflow-control.yaml`; keys that Kratix does not know are passed over (kratix.md 5.6). */
export function readControl(source: string | null): ReadFile<Control> {
  const unreadable = (why: string) =>
    fail(`failed to unmarshal the workflow control file: "${CONTROL_FILE}" with error: ${why}`)
  const read = firstDocument(source)
  if (!read.ok) return unreadable(read.reason)
  const value = read.value ?? {}
  if (!isRecord(value)) return unreadable(`${kindOf(value)} where a map must stand`)
  const { suspend = false, retryAfter = '', message = '' } = value
  if (suspend !== null && typeof suspend !== 'boolean')
    return unreadable(`suspend is ${kindOf(suspend)}, not a boolean`)
  if (retryAfter !== null && typeof retryAfter !== 'string')
    return unreadable(`retryAfter is ${kindOf(retryAfter)}, not a string`)
  if (message !== null && typeof message !== 'string')
    return unreadable(`message is ${kindOf(message)}, not a string`)
  return {
    ok: true,
    value: {
      suspend: suspend ?? false,
      ...(retryAfter && { retryAfter }),
      ...(message && { message }),
    },
  }
}

/** What is wrong with the time to the next attempt; it is a Go duration, which has no days. */
export function retryFault({ retryAfter }: Control): string | undefined {
  if (retryAfter === undefined || goDuration(retryAfter) !== undefined) return undefined
  const unit = /[\d.]([a-zA-Zµμ]+)$/.exec(retryAfter)?.[1]
  const why =
    unit && /^[-+]?[\d.]+[a-zA-Z]+$/.test(retryAfter)
      ? `unknown unit ${JSON.stringify(unit)} in duration ${JSON.stringify(retryAfter)}`
      : `invalid duration ${JSON.stringify(retryAfter)}`
  return `retryAfter in ${CONTROL_FILE}: time: ${why}`
}

/** As Go's `filepath.Clean`, for relative paths. */
export function cleanPath(path: string): string {
  const rooted = path.startsWith('/')
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (part !== '..' || !rooted) parts.push(part)
  }
  const clean = parts.join('/')
  return rooted ? `/${clean}` : clean || '.'
}

/** The first document, which is all that Go's libraries read. */
function firstDocument(source: string | null): ReadFile<unknown> {
  if (source === null) return fail('it is not text')
  const [document] = parseYaml(source)
  if (!document) return { ok: true, value: undefined }
  const problem = document.problems.find(({ severity }) => severity === 'error')
  if (problem || document.broken) return fail(problem?.message ?? 'it is no YAML')
  return { ok: true, value: document.value() }
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a map'
  if (typeof value === 'bigint') return 'a number'
  return `a ${typeof value}`
}

function fail(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason }
}
