import {
  byDate,
  ChangedElsewhere,
  type DraftStorage,
  type DraftSummary,
  type RemovedDraft,
  refuseStale,
  type SavedDraft,
  type Snapshot,
} from './drafts'

type Tryout = Readonly<Record<string, unknown>>

interface Stored {
  readonly draft: SavedDraft
  readonly snapshots: readonly Snapshot[]
  readonly tryout: Tryout | undefined
}

/** A storage that forgets: for tests, and where the browser offers none. */
export function memoryStorage(): DraftStorage {
  const drafts = new Map<string, SavedDraft>()
  const snapshots = new Map<string, Snapshot>()
  const tryouts = new Map<string, Tryout>()
  const ofDraft = (id: string) => [...snapshots.values()].filter(({ draftId }) => draftId === id)
  const put = (draft: SavedDraft, title: string | undefined, words: Partial<DraftSummary>) => {
    drafts.set(draft.id, {
      ...draft,
      title,
      summary: { ...draft.summary, ...words, title },
    })
  }

  return {
    list: async () => [...drafts.values()].map((draft) => draft.summary).sort(byDate),
    unreadable: async () => [],
    load: async (id) => {
      const draft = drafts.get(id)
      return draft && { ...draft, basedOn: draft.savedAt }
    },
    save: async (draft, may) => {
      const before = drafts.get(draft.id)
      refuseStale(before?.savedAt, draft, may)
      const { title, summary } = before ?? draft
      put(draft, title, { problems: summary.problems })
    },
    tryout: async (id) => tryouts.get(id),
    describe: async (id, words) => {
      const draft = drafts.get(id)
      if (!draft && words.tryout) throw new ChangedElsewhere('deleted')
      if (!draft) return
      if (words.tryout) tryouts.set(id, { ...tryouts.get(id), ...words.tryout })
      const { title = draft.title, problems = draft.summary.problems } = words
      put(draft, title || undefined, { problems })
    },
    duplicate: async (id, copy) => {
      const draft = drafts.get(id)
      if (!draft) throw new Error('The draft is not there any more.')
      if (drafts.has(copy.id)) throw new Error('A draft of this id is there already.')
      const dated = { id: copy.id, savedAt: copy.at }
      const summary = { ...draft.summary, ...dated }
      put({ ...draft, ...dated, createdAt: copy.at, summary }, copy.title, {})
      const tryout = tryouts.get(id)
      if (tryout) tryouts.set(copy.id, tryout)
      for (const [i, snapshot] of ofDraft(id).entries()) {
        const own = `${copy.id}.${i}`
        snapshots.set(own, { ...snapshot, id: own, draftId: copy.id })
      }
    },
    remove: async (id) => {
      const draft = drafts.get(id)
      if (!draft) return undefined
      const stored: Stored = { draft, snapshots: ofDraft(id), tryout: tryouts.get(id) }
      drafts.delete(id)
      tryouts.delete(id)
      for (const snapshot of stored.snapshots) snapshots.delete(snapshot.id)
      return { id, stored }
    },
    restore: async (removed: RemovedDraft) => {
      const { draft, snapshots: kept, tryout } = removed.stored as Stored
      if (!drafts.has(draft.id)) {
        drafts.set(draft.id, draft)
        if (tryout) tryouts.set(draft.id, tryout)
      }
      for (const snapshot of kept) {
        if (!snapshots.has(snapshot.id)) snapshots.set(snapshot.id, snapshot)
      }
    },
    salvage: async (id) => {
      const files = drafts.get(id)?.files ?? new Map()
      return new Map([...files].map(([path, content]) => [path, content.bytes]))
    },

    snapshots: async (draftId) =>
      ofDraft(draftId)
        .map(({ authored, built, ...summary }) => summary)
        .sort((a, b) => b.at - a.at || a.id.localeCompare(b.id)),
    unreadableSnapshots: async () => [],
    salvageSnapshot: async (id) => {
      const files = snapshots.get(id)?.authored ?? new Map()
      return new Map([...files].map(([path, content]) => [path, content.bytes]))
    },
    snapshot: async (id) => snapshots.get(id),
    keep: async (snapshot) => {
      if (!drafts.has(snapshot.draftId)) throw new Error('Its draft is not stored.')
      snapshots.set(snapshot.id, snapshot)
    },
    forget: async (id) => {
      snapshots.delete(id)
    },
  }
}
