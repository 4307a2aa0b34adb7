import { type ListedEntry, listZip, looksLikeZip, unpack } from '@/lib/zip/read'
import { type Importer, importFailed } from '../importer'
import { displayBytes, LIMITS, RATIO_FREE_BYTES } from '../limits'
import type { ReportItem } from '../report'
import { type Candidate, toRepository } from '../repository'
import { isSkipped } from '../skipped'

/** A zip with a repository in it, at its root or in a folder. */
export const zipImporter: Importer = {
  id: 'zip',
  accepts: (input) =>
    input.kind === 'file' && (looksLikeZip(input.bytes) || /\.zip$/i.test(input.name)),

  read(input, options) {
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
    const skipped: ReportItem[] = []
    const candidates: Candidate[] = []
    for (const entry of listing.entries) {
      if (entry.kind === 'folder') continue
      if (isSkipped(entry.path)) candidates.push(unread(entry))
      else if (entry.kind !== 'file') skipped.push(leftOut(entry))
      else if (isBomb(entry)) {
        const message = `${JSON.stringify(entry.path.slice(0, 120))} unpacks to more than ${LIMITS.ratio} times its size`
        return importFailed('import-limit', entry.path, message)
      } else {
        const { path, size } = entry
        candidates.push({ path, size, read: () => unpack(bytes, entry) })
      }
    }
    return toRepository('zip', name, candidates, options, skipped)
  },
}

/** A link could lead out of the repository, so it is never followed or made. */
function leftOut({ path, kind }: ListedEntry): ReportItem {
  const what = kind === 'link' ? 'a link' : 'not a regular file'
  const reason = `It is ${what}: it could lead out of the repository.`
  return { path, fate: 'skipped', reason, news: true }
}

/** An entry that is skipped by its name: it is counted, and never unpacked. */
function unread({ path }: ListedEntry): Candidate {
  return { path, size: 0, read: () => ({ ok: false, reason: 'is skipped' }) }
}

function isBomb({ size, packed }: ListedEntry): boolean {
  return size > RATIO_FREE_BYTES && size > packed * LIMITS.ratio
}
