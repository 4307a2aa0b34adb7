import type { Picked } from '@/components/ui/picked-files'
import type { OpenResult } from '@/lib/build/open'
import type { ImportFailure, ImportInput, InputFile, ReportItem } from '@/lib/importers'

/** Something to open, or why it is not even read. */
export type Source =
  | { readonly kind: 'input'; readonly input: ImportInput }
  | (ImportFailure & {
      /** A line for a shell that gets what this page may not have. */
      readonly curl?: string
    })
  /** By the user. */
  | { readonly kind: 'stopped' }

// What reads files is fetched when there is one: the home page itself stays small.
const importers = () => import('@/lib/importers')

/** Opens what was given; with `promise`, that one of several. */
export async function openInput(input: ImportInput, promise?: string): Promise<OpenResult> {
  const { openRepository } = await import('@/lib/build/open')
  return openRepository(input, { promise })
}

/**
 * Files that were chosen or dropped: one file, or the files of a folder. What importers would skip
 * is not read, and nothing is when the rest is too much.
 */
export async function sourceOfFiles(picked: Picked): Promise<Source> {
  const { LIMITS, skippedBy, SkipTally, madeByTools, displayBytes } = await importers()
  const tally = new SkipTally()
  const named = picked.files.filter(({ path }) => {
    const by = skippedBy(path)
    if (by) tally.add(by, path)
    return !by
  })
  if (named.length > LIMITS.listed) return tooMuch(`there are ${named.length} files in it`)
  const byTools = madeByTools(await evidenceIn(named))
  const wanted = named.filter(({ path }) => {
    const by = byTools(path)
    if (by) tally.add(by, path, true)
    return !by
  })
  const [only] = wanted
  if (!only) return failure('import-format', 'There is no file in what you chose.')
  const total = wanted.reduce((sum, { file }) => sum + file.size, 0)
  // Before reading a byte: what is too large for an import is too large for memory, too.
  if (wanted.length > LIMITS.files) return tooMuch(`it has ${wanted.length} files`)
  if (total > LIMITS.totalBytes) return tooMuch(`it has ${displayBytes(total)}`)
  const files = await Promise.all(
    wanted.map(async ({ path, file }) => ({
      path,
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  )
  const { skippedFolderReason } = await importers()
  const folders = picked.skippedFolders.map((path): ReportItem => {
    const reason = skippedFolderReason(path.slice(path.lastIndexOf('/') + 1)) ?? 'Passed over.'
    return { path, fate: 'skipped', reason }
  })
  return { kind: 'input', input: inputOf(files, [...folders, ...tally.items()]) }

  function tooMuch(how: string): ImportFailure {
    const limits = `at most ${LIMITS.files} files and ${displayBytes(LIMITS.totalBytes)} together`
    return failure('import-limit', `This is too much to open: ${how}. The limit is ${limits}.`)
  }
}

/** YAML or JSON that was pasted. */
export function sourceOfText(text: string): Source {
  const bytes = new TextEncoder().encode(text)
  return { kind: 'input', input: { kind: 'file', name: 'promise.yaml', bytes } }
}

/** One file from an address, fetched by this browser and from nowhere else. */
export async function sourceOfAddress(text: string, signal: AbortSignal): Promise<Source> {
  const [{ readAddress, curlLine }, { fetchAddress }] = await Promise.all([
    import('@/lib/importers/address/read-address'),
    import('@/lib/importers/address/fetch-address'),
  ])
  const address = readAddress(text)
  if (!address.ok) return failure('import-format', address.reason)
  const attempt = fetchAddress(address, { fetch: (url, init) => fetch(url, init), signal })
  // Only the user's stop throws, and it is no failure.
  const fetched = await attempt.catch((error: unknown) => {
    if (signal.aborted) return undefined
    throw error
  })
  if (!fetched) return { kind: 'stopped' }
  if (!fetched.ok) {
    const { url, name } = address
    const refused = failure('import-format', fetched.reason)
    return fetched.byHand ? { ...refused, curl: curlLine(url, name) } : refused
  }
  const { name, bytes } = fetched
  return { kind: 'input', input: { kind: 'file', name, bytes } }
}

function inputOf(files: readonly InputFile[], skipped: readonly ReportItem[]): ImportInput {
  const [first] = files
  if (files.length === 1 && first && !first.path.includes('/')) {
    return { kind: 'file', name: first.path, bytes: first.bytes }
  }
  const folder = first?.path.includes('/') ? (first.path.split('/')[0] ?? '') : ''
  return { kind: 'folder', name: folder || 'your files', files, skipped }
}

async function evidenceIn(files: Picked['files']): Promise<ReadonlyMap<string, string>> {
  const { EVIDENCE_BYTES, EVIDENCE_FILES, isEvidence } = await importers()
  const small = files.filter(({ path, file }) => isEvidence(path) && file.size <= EVIDENCE_BYTES)
  const texts = small
    .slice(0, EVIDENCE_FILES)
    .map(async ({ path, file }): Promise<[string, string]> => [path, await file.text()])
  return new Map(await Promise.all(texts))
}

function failure(code: string, message: string): ImportFailure {
  const place = { file: '', path: [] }
  return { kind: 'failure', diagnostics: [{ code, severity: 'error', message, place }] }
}
