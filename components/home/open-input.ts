import type { PickedFile } from '@/components/ui/picked-files'
import type { Diagnostic } from '@/lib/diagnostics/diagnostic'
import type { ImportInput, InputFile } from '@/lib/importers'
import type { Files } from '@/lib/promise/files'

/** What came of opening something. */
export type Opened =
  | { readonly ok: true; readonly files: Files; readonly notes: readonly Diagnostic[] }
  | { readonly ok: false; readonly problems: readonly Diagnostic[] }

/** Reads files that were chosen or dropped: one file, or the files of a folder. */
export async function openFiles(picked: readonly PickedFile[]): Promise<Opened> {
  const { isSkipped, LIMITS } = await import('@/lib/importers')
  const wanted = picked.filter(({ path }) => !isSkipped(path))
  const [only] = wanted
  if (!only) return { ok: false, problems: [fault('', 'There is no file in what you chose.')] }
  const total = wanted.reduce((sum, { file }) => sum + file.size, 0)
  // Before reading a byte: what is too large for an import is too large for memory, too.
  if (total > LIMITS.totalBytes || wanted.length > LIMITS.files) {
    const mib = Math.round(LIMITS.totalBytes / (1 << 20))
    const limits = `at most ${LIMITS.files} files and ${mib} MiB together can be opened`
    return { ok: false, problems: [fault(only.path, `This is too much: ${limits}.`)] }
  }
  const files = await Promise.all(
    wanted.map(async ({ path, file }) => ({
      path,
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  )
  return read(inputOf(files))
}

/** Reads YAML that was pasted. */
export async function openText(text: string): Promise<Opened> {
  return read({ kind: 'file', name: 'promise.yaml', bytes: new TextEncoder().encode(text) })
}

function inputOf(files: readonly InputFile[]): ImportInput {
  const [first] = files
  if (files.length === 1 && first && !first.path.includes('/')) {
    return { kind: 'file', name: first.path, bytes: first.bytes }
  }
  const folder = first?.path.includes('/') ? (first.path.split('/')[0] ?? '') : ''
  return { kind: 'folder', name: folder || 'your files', files }
}

async function read(input: ImportInput): Promise<Opened> {
  const [{ importInput }, { adopt }] = await Promise.all([
    import('@/lib/importers'),
    import('@/lib/build/provenance'),
  ])
  const imported = importInput(input)
  if (!imported.ok) return { ok: false, problems: imported.diagnostics }
  return { ok: true, files: adopt(imported.files), notes: imported.report.notes }
}

function fault(file: string, message: string): Diagnostic {
  return { code: 'import-limit', severity: 'error', message, place: { file, path: [] } }
}
