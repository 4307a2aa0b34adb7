import type { FileContent } from '@/lib/promise/files'
import { writeZip, type ZipEntry, type ZipProgress, zipSteps } from '@/lib/zip/write'

/** What goes into a zip; `BuiltFile` of `lib/build` is one. */
export interface BundleFile {
  readonly path: string
  readonly content: FileContent
  readonly executable: boolean
}

/**
 * The zip of a repository: every file below the folder `root`, sorted by path (UTF-16 order), modes
 * 0644 and 0755, one fixed time. The same files give the same bytes on every machine.
 */
export function zip(files: Iterable<BundleFile>, root: string): Uint8Array {
  return writeZip(entriesOf(files, root))
}

/** The same bytes as {@link zip}, in slices of about 20 ms, to report progress or to stay smooth. */
export function zipInSteps(
  files: Iterable<BundleFile>,
  root: string,
): Generator<ZipProgress, Uint8Array> {
  return zipSteps(entriesOf(files, root))
}

function entriesOf(files: Iterable<BundleFile>, root: string): ZipEntry[] {
  return [...files]
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    .map(({ path, content, executable }) => ({
      path: root === '' ? path : `${root}/${path}`,
      bytes: content.bytes,
      executable,
    }))
}
