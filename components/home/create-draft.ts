import type { Files } from '@/lib/promise/files'
import { type DraftStorage, type SavedDraft, summarise } from '@/lib/store/drafts'
import { NotStored } from '@/lib/store/held-storage'
import { randomId } from '@/lib/store/random-id'

/**
 * Makes a draft of `files` and gives its id. Where the browser refuses to store it, the page holds
 * it, and the designer says so. Where the draft is stored and what was opened is not kept beside
 * it, that is told to `onNotKept`: the draft is there all the same.
 */
export async function createDraft(
  storage: DraftStorage,
  files: Files,
  more: Pick<SavedDraft, 'title' | 'report'> & {
    readonly received?: Received
    readonly onNotKept?: (reason: string) => void
  } = {},
): Promise<string> {
  // What reads YAML is fetched when it is first wanted: the home page itself stays small.
  const [{ emptyReading, read }, { countProperties }] = await Promise.all([
    import('@/lib/store/reading'),
    import('@/lib/store/properties'),
  ])
  const { view } = read(files, emptyReading)
  const id = randomId()
  const now = Date.now()
  const { received, onNotKept, ...words } = more
  try {
    await storage.save({
      ...words,
      id,
      createdAt: now,
      savedAt: now,
      basedOn: undefined,
      files,
      place: undefined,
      summary: summarise(id, view, countProperties(view), now, files),
    })
  } catch (error) {
    if (!(error instanceof NotStored)) throw error
  }
  try {
    if (received) await keepAsOpened(storage, id, files, received)
  } catch (error) {
    onNotKept?.(error instanceof Error ? error.message : String(error))
  }
  return id
}

/** A repository that was opened, as it lay there. */
export interface Received {
  readonly name: string
  /** Every file, generated ones too. */
  readonly files: Files
}

/** Keeps what was opened, to compare with and to go back to. */
async function keepAsOpened(
  storage: DraftStorage,
  draftId: string,
  authored: Files,
  { name, files }: Received,
): Promise<void> {
  const [{ openedTree }, { toSnapshot }] = await Promise.all([
    import('@/lib/build/opened'),
    import('@/lib/store/snapshots'),
  ])
  const head = { draftId, kind: 'opened', name, at: Date.now() } as const
  await storage.keep(toSnapshot(head, { authored, built: openedTree(files, authored) }))
}
