import type { DraftStorage } from '../drafts'
import type { Contents } from './blobs'
import { database } from './database'
import {
  describeDraft,
  duplicateDraft,
  hashed,
  listDrafts,
  listUnreadable,
  loadDraft,
  saveDraft,
} from './drafts'
import { removeDraft, restoreDraft, salvageDraft, salvageSnapshot } from './removal'
import {
  forgetSnapshot,
  hashedSnapshot,
  keepSnapshot,
  listSnapshots,
  listUnreadableSnapshots,
  loadSnapshot,
} from './snapshots'
import { tryoutOf } from './tryouts'

/**
 * Drafts in the browser's database: bytes once per hash, a draft or kept state as path -> hash.
 * One transaction holds all of a change, so a crash leaves the state before it or after it.
 */
export function indexedDbStorage(name = 'promise-designer'): DraftStorage {
  const { read, write } = database(name)
  /** What was saved last is loaded next, on another page: it need not be read and hashed again. */
  let recent: Contents = new Map()
  return {
    list: () => read(listDrafts),
    unreadable: () => read(listUnreadable),
    load: (id) => read((stores) => loadDraft(stores, id, recent)),
    async save(draft, may) {
      const whole = hashed(draft)
      await write((stores) => saveDraft(stores, whole, may))
      recent = whole.contents
    },
    tryout: (id) => read((stores) => tryoutOf(stores, id)),
    describe: (id, words) => write((stores) => describeDraft(stores, id, words)),
    duplicate: (id, copy) => write((stores) => duplicateDraft(stores, id, copy)),
    remove: (id) => write((stores) => removeDraft(stores, id)),
    restore: (removed) => write((stores) => restoreDraft(stores, removed)),
    salvage: (id) => read((stores) => salvageDraft(stores, id)),
    snapshots: (draftId) => read((stores) => listSnapshots(stores, draftId)),
    unreadableSnapshots: (draftId) => read((stores) => listUnreadableSnapshots(stores, draftId)),
    salvageSnapshot: (id) => read((stores) => salvageSnapshot(stores, id)),
    snapshot: (id) => read((stores) => loadSnapshot(stores, id)),
    async keep(snapshot) {
      const whole = hashedSnapshot(snapshot)
      await write((stores) => keepSnapshot(stores, whole))
    },
    forget: (id) => write((stores) => forgetSnapshot(stores, id)),
  }
}
