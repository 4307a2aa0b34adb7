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
  /** Whether titles or kept states of stored drafts are on this page alone. */
  undelivered(): boolean
}

/**
 * `storage`, with what it refuses held in memory: `save` rejects with `NotStored`, and the draft
 * can be loaded again while the page stands. The next save that goes through ends that. What was
 * said and kept meanwhile is stored with it; where that is refused, the save has gone through all
 * the same, and the next one tries again.
 */
export function holding(storage: DraftStorage): HeldStorage {
  const held = new Map<string, SavedDraft>()
  /** What was said of held drafts, until it is stored: a save does not store it. */
  const said = new Map<string, DraftWords>()
  /** Kept states of held drafts, until they are stored. */
  const states = new Map<string, Snapshot>()
  const statesOf = (id: string) => [...states.values()].filter(({ draftId }) => draftId === id)
  const summaries = (): readonly DraftSummary[] => [...held.values()].map(({ summary }) => summary)

  /** Stores what was said and kept while the draft was held. */
  const deliver = async (id: string): Promise<void> => {
    const words = said.get(id)
    if (words) {
      await storage.describe(id, words)
      if (said.get(id) === words) said.delete(id)
    }
    for (const state of statesOf(id)) {
      await storage.keep(state)
      if (states.get(state.id) === state) states.delete(state.id)
      else await storage.forget(state.id) // forgotten while it was stored
    }
  }

  const save = async (draft: SavedDraft, may?: () => boolean): Promise<void> => {
    try {
      await storage.save(draft, may)
      held.delete(draft.id)
    } catch (error) {
      if (error instanceof ChangedElsewhere) throw error
      held.set(draft.id, spoken(draft, said.get(draft.id) ?? {}))
      throw new NotStored(error)
    }
    // Were this to fail the save, nobody would learn which version is stored now.
    await deliver(draft.id).catch(() => undefined)
  }

  const tryout: DraftStorage['tryout'] = async (id) => {
    const draft = held.get(id)
    // Where nothing was ever stored, nothing can fail to be read.
    const stored = draft && neverStored(draft) ? undefined : await storage.tryout(id)
    const here = said.get(id)?.tryout
    return here ? { ...stored, ...here } : stored
  }

  return {
    ...storage,
    save,
    held: summaries,
    undelivered: () =>
      [...said.keys()].some((id) => !held.has(id)) ||
      [...states.values()].some(({ draftId }) => !held.has(draftId)),
    async list() {
      const stored = await storage.list()
      const others = stored.filter(({ id }) => !held.has(id))
      return [...summaries(), ...others.map((one) => called(one, said.get(one.id)))].sort(byDate)
    },
    async load(id) {
      const draft = held.get(id) ?? (await storage.load(id))
      return draft && spoken(draft, said.get(id) ?? {})
    },
    tryout,
    async describe(id, words) {
      const draft = held.get(id)
      if (!draft) {
        await storage.describe(id, also(said.get(id), words))
        said.delete(id)
        return
      }
      said.set(id, also(said.get(id), words))
      held.set(id, spoken(draft, words))
    },
    async duplicate(id, copy) {
      const draft = held.get(id)
      if (!draft) return storage.duplicate(id, copy)
      const { id: own, title, at: savedAt } = copy
      const summary = { ...draft.summary, id: own, title, savedAt }
      const dated = { createdAt: savedAt, savedAt, basedOn: undefined }
      // A copy is what rescues the files: it is made also where nothing else can be read.
      const tried = await tryout(id).catch(() => undefined)
      if (tried) said.set(own, { tryout: tried })
      await save({ ...draft, ...dated, id: own, title, summary })
    },
    async remove(id) {
      const draft = held.get(id)
      const stored = draft && neverStored(draft) ? undefined : await storage.remove(id)
      const kept = statesOf(id)
      const words = said.get(id)
      if (!draft && kept.length === 0 && !words) return stored
      held.delete(id)
      said.delete(id)
      for (const state of kept) states.delete(state.id)
      return { id, stored: new HeldRemoval(draft, words, kept, stored) }
    },
    async restore(removed) {
      if (!(removed.stored instanceof HeldRemoval)) return storage.restore(removed)
      const { draft, words, kept, stored } = removed.stored
      if (draft) held.set(removed.id, draft)
      if (words) said.set(removed.id, words)
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
      else {
        await storage.keep(snapshot)
        states.delete(snapshot.id)
      }
    },
    async forget(id) {
      const state = states.get(id)
      const draft = state && held.get(state.draftId)
      states.delete(id)
      if (!draft || !neverStored(draft)) await storage.forget(id)
    },
  }
}

/** What was said first and then. */
function also(first: DraftWords | undefined, then: DraftWords): DraftWords {
  if (!first?.tryout || !then.tryout) return { ...first, ...then }
  return { ...first, ...then, tryout: { ...first.tryout, ...then.tryout } }
}

function neverStored({ basedOn }: SavedDraft): boolean {
  return basedOn === undefined
}

class HeldRemoval {
  constructor(
    readonly draft: SavedDraft | undefined,
    readonly words: DraftWords | undefined,
    readonly kept: readonly Snapshot[],
    readonly stored: RemovedDraft | undefined,
  ) {}
}

function spoken(draft: SavedDraft, words: DraftWords): SavedDraft {
  if (words.title === undefined && !words.problems) return draft
  const summary = called({ ...draft.summary, title: draft.title }, words)
  return { ...draft, title: summary.title, summary }
}

function called(summary: DraftSummary, words: DraftWords = {}): DraftSummary {
  const { title = summary.title, problems = summary.problems } = words
  return { ...summary, title: title || undefined, problems }
}
