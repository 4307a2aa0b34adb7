import {
  byDate,
  ChangedElsewhere,
  type DraftStorage,
  type DraftSummary,
  type DraftWords,
  type RemovedDraft,
  type SavedDraft,
  type Snapshot,
} from './drafts'

/** The draft could not be stored; the page holds it until it is left. */
export class NotStored extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
  }
}

/** A storage in which a draft that cannot be stored can still be worked on. */
export interface HeldStorage extends DraftStorage {
  /** The drafts that are on this page alone: lost with it. */
  held(): readonly DraftSummary[]
}

/**
 * `storage`, with what it refuses held in memory: `save` rejects with `NotStored`, and the draft
 * can be loaded again while the page stands. The next save that goes through ends that.
 */
export function holding(storage: DraftStorage): HeldStorage {
  const held = new Map<string, SavedDraft>()
  /** What was said of held drafts: a save does not store it. */
  const said = new Map<string, DraftWords>()
  /** Kept states of held drafts. */
  const states = new Map<string, Snapshot>()
  const statesOf = (id: string) => [...states.values()].filter(({ draftId }) => draftId === id)
  const summaries = (): readonly DraftSummary[] => [...held.values()].map(({ summary }) => summary)

  const save = async (draft: SavedDraft): Promise<void> => {
    try {
      await storage.save(draft)
      held.delete(draft.id)
    } catch (error) {
      if (error instanceof ChangedElsewhere) throw error
      held.set(draft.id, spoken(draft, said.get(draft.id) ?? {}))
      throw new NotStored(error)
    }
    const words = said.get(draft.id)
    said.delete(draft.id)
    if (words) await storage.describe(draft.id, words)
    for (const state of statesOf(draft.id)) {
      await storage.keep(state)
      states.delete(state.id)
    }
  }

  return {
    ...storage,
    save,
    held: summaries,
    async list() {
      const stored = await storage.list()
      return [...summaries(), ...stored.filter(({ id }) => !held.has(id))].sort(byDate)
    },
    load: async (id) => held.get(id) ?? storage.load(id),
    async describe(id, words) {
      const draft = held.get(id)
      if (!draft) return storage.describe(id, words)
      said.set(id, { ...said.get(id), ...words })
      held.set(id, spoken(draft, words))
    },
    async duplicate(id, copy) {
      const draft = held.get(id)
      if (!draft) return storage.duplicate(id, copy)
      const { id: own, title, at: savedAt } = copy
      const summary = { ...draft.summary, id: own, title, savedAt }
      const dated = { createdAt: savedAt, savedAt, basedOn: undefined }
      await save({ ...draft, ...dated, id: own, title, summary })
    },
    async remove(id) {
      const draft = held.get(id)
      if (!draft) return storage.remove(id)
      const stored = neverStored(draft) ? undefined : await storage.remove(id)
      const kept = statesOf(id)
      held.delete(id)
      for (const state of kept) states.delete(state.id)
      return { id, stored: new HeldRemoval(draft, kept, stored) }
    },
    async restore(removed) {
      if (!(removed.stored instanceof HeldRemoval)) return storage.restore(removed)
      const { draft, kept, stored } = removed.stored
      held.set(removed.id, draft)
      for (const state of kept) states.set(state.id, state)
      if (stored) await storage.restore(stored)
    },

    async snapshots(draftId) {
      const draft = held.get(draftId)
      const stored = draft && neverStored(draft) ? [] : await storage.snapshots(draftId)
      const here = statesOf(draftId).map(({ authored, built, ...summary }) => summary)
      return [...here, ...stored.filter(({ id }) => !states.has(id))].sort((a, b) => b.at - a.at)
    },
    snapshot: async (id) => states.get(id) ?? storage.snapshot(id),
    async keep(snapshot) {
      if (held.has(snapshot.draftId)) states.set(snapshot.id, snapshot)
      else await storage.keep(snapshot)
    },
    async forget(id) {
      const state = states.get(id)
      const draft = state && held.get(state.draftId)
      states.delete(id)
      if (!draft || !neverStored(draft)) await storage.forget(id)
    },
  }
}

function neverStored({ basedOn }: SavedDraft): boolean {
  return basedOn === undefined
}

class HeldRemoval {
  constructor(
    readonly draft: SavedDraft,
    readonly kept: readonly Snapshot[],
    readonly stored: RemovedDraft | undefined,
  ) {}
}

function spoken(draft: SavedDraft, words: DraftWords): SavedDraft {
  const { title: given = draft.title, problems = draft.summary.problems } = words
  const title = given || undefined
  return { ...draft, title, summary: { ...draft.summary, title, problems } }
}
