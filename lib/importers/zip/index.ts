import type { Diagnostic } from '@/lib/diagnostics/diagnostic'
import { type ListedEntry, listZip, looksLikeZip, unpack } from '@/lib/zip/read'
import { type Importer, importDiagnostic, importFailed } from '../importer'
import { displayBytes, LIMITS, RATIO_FREE_BYTES } from '../limits'
import { type Candidate, toRepository } from '../repository'
import { isSkipped } from '../skipped'

/** A zip with a repository in it, at its root or in a folder. */
export const zipImporter: Importer = {
  id: 'zip',
  accepts: (input) =>
    input.kind === 'file' && (looksLikeZip(input.bytes) || /\.zip$/i.test(input.name)),

  read(input) {
    if (input.kind !== 'file') throw new Error('a zip is a file')
    const { name, bytes } = input
    if (bytes.length > LIMITS.inputBytes) {
      const limit = displayBytes(LIMITS.inputBytes)
      const message = `${name} has ${displayBytes(bytes.length)}; a zip may have ${limit}`
      return importFailed('import-limit', name, message)
    }
    if (!looksLikeZip(bytes))
      return importFailed('import-format', name, `${name} is not a zip file`)
    const listing = listZip(bytes, LIMITS.listed)
    if (!listing.ok) {
      const code = listing.tooMany ? 'import-limit' : 'import-format'
      return importFailed(code, name, `${name} ${listing.reason}`)
    }
    const notes: Diagnostic[] = []
    const candidates: Candidate[] = []
    for (const entry of listing.entries) {
      if (entry.kind === 'folder' || isSkipped(entry.path)) continue
      if (entry.kind !== 'file') notes.push(linkNote(entry))
      else if (isBomb(entry)) {
        const message = `${JSON.stringify(entry.path.slice(0, 120))} unpacks to more than ${LIMITS.ratio} times its size`
        return importFailed('import-limit', entry.path, message)
      } else {
        const { path, size } = entry
        candidates.push({ path, size, read: () => unpack(bytes, entry) })
      }
    }
    return toRepository('zip', name, candidates, notes.slice(0, 10))
  },
}

/** A link could lead out of the repository, so it is never followed or made. */
function linkNote({ path, kind }: ListedEntry): Diagnostic {
  const what = kind === 'link' ? 'a link' : 'not a regular file'
  const shown = JSON.stringify(path.slice(0, 120))
  return importDiagnostic('import-link', 'warning', path, `${shown} left out: it is ${what}`)
}

function isBomb({ size, packed }: ListedEntry): boolean {
  return size > RATIO_FREE_BYTES && size > packed * LIMITS.ratio
}
