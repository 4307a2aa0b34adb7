import type { Importer } from '../importer'
import { toRepository } from '../repository'

/** The files of a folder, as a browser or the command line lists them. */
export const folderImporter: Importer = {
  id: 'folder',
  accepts: (input) => input.kind === 'folder',

  read(input, options) {
    if (input.kind !== 'folder') throw new Error('a folder is not a file')
    return toRepository('folder', input.name, candidates(input.files), options, input.skipped)
  },
}

/** Lazily, so that a folder beyond the limits is not walked to its end. */
function* candidates(files: Iterable<{ path: string; bytes: Uint8Array }>) {
  for (const { path, bytes } of files) {
    yield { path, size: bytes.length, read: () => ({ ok: true as const, bytes }) }
  }
}
