import type { Files } from '@/lib/promise/files'
import { type DraftStorage, type SavedDraft, summarise } from '@/lib/store/drafts'

/** Stores `files` as a new draft and gives its id. @throws Error when the browser refuses. */
export async function createDraft(
  storage: DraftStorage,
  files: Files,
  more: Pick<SavedDraft, 'title' | 'report'> = {},
): Promise<string> {
  // What reads YAML is fetched when it is first wanted: the home page itself stays small.
  const [{ emptyReading, read }, { countProperties }] = await Promise.all([
    import('@/lib/store/reading'),
    import('@/lib/store/properties'),
  ])
  const { view } = read(files, emptyReading)
  const id = randomId()
  const now = Date.now()
  await storage.save({
    ...more,
    id,
    createdAt: now,
    savedAt: now,
    basedOn: undefined,
    files,
    place: undefined,
    summary: summarise(id, view, countProperties(view), now, files),
  })
  return id
}

/** `crypto.randomUUID` is missing where the page is served without TLS, as inside a company. */
function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}
