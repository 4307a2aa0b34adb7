import { saveFile } from '@/components/ui/save-file'
import { type DraftStorage, type DraftSummary, nameOf } from '@/lib/store/drafts'

/** Saves the files of a draft as a zip that can be opened again. @throws Error if it is not there. */
export async function saveDraft(storage: DraftStorage, summary: DraftSummary): Promise<void> {
  const [draft, { zip }, { bundleName }] = await Promise.all([
    storage.load(summary.id),
    ...zipper(),
  ])
  if (!draft) throw new Error('The draft is not there any more.')
  const name = `${bundleName(nameOf(summary))}-draft`
  const entries = [...draft.files].map(([path, content]) => ({ path, content, executable: false }))
  saveFile(zip(entries, name), `${name}.zip`, 'application/zip')
}

/** Saves whatever can be got out of a draft that cannot be read. */
export async function saveWhatIsThere(storage: DraftStorage, id: string): Promise<void> {
  await saveFound(await storage.salvage(id), `draft-${id}`)
}

/** The same of a kept state. */
export async function saveWhatIsKept(storage: DraftStorage, id: string): Promise<void> {
  await saveFound(await storage.salvageSnapshot(id), `state-${id}`)
}

async function saveFound(found: ReadonlyMap<string, Uint8Array>, name: string): Promise<void> {
  const [{ zip }, , { FileContent }] = await Promise.all([
    ...zipper(),
    import('@/lib/promise/files'),
  ])
  const entries = [...found].map(([path, bytes]) => ({
    path,
    content: FileContent.fromBytes(bytes),
    executable: false,
  }))
  saveFile(zip(entries, name), `${name}.zip`, 'application/zip')
}

/** What packs is fetched when it is first wanted. */
function zipper() {
  return [import('@/lib/bundle/zip'), import('@/lib/bundle/bundle-name')] as const
}
