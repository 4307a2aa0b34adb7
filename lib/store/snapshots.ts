import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Tree } from '@/lib/patch/compare'
import { type Files, sameFiles } from '@/lib/promise/files'
import type {
  DraftStorage,
  Snapshot,
  SnapshotKind,
  SnapshotSummary,
  UnreadableSnapshot,
} from './drafts'
import { randomId } from './random-id'

/** The states of one draft that are kept: to compare with, and to go back to. */
export interface KeptStates {
  /** Latest first; `undefined` until they have been read. */
  readonly list: readonly SnapshotSummary[] | undefined
  /**
   * What "changed" counts from unless the user says otherwise: the last download or written folder,
   * else the repository as it was opened. `undefined` when there is none, or not read yet.
   */
  readonly base: Snapshot | undefined
  /** States that cannot be read, each with the reason. */
  readonly unreadable: readonly UnreadableSnapshot[]
  /** Why the states could not be read, in words for a person. */
  readonly fault: string | undefined

  /** Reads the list and the base anew. Never rejects: `fault` tells. */
  refresh(): Promise<void>
  /** A state with all its files. @throws Error when it is gone or cannot be read. */
  open(id: string): Promise<Snapshot>
  /** Keeps a state as it is now. @throws Error when the browser refuses. */
  keep(kind: SnapshotKind, name: string, state: KeptFiles): Promise<Kept>
  /**
   * Keeps by `name` what is about to be replaced, unless one of the latest states holds the same
   * files: undo ends with the tab, this does not. @throws Error when the browser refuses.
   */
  keepBefore(name: string, state: KeptFiles): Promise<Kept | undefined>
  /** Deletes a state and gives what brings it back. @throws Error when the browser refuses. */
  forget(id: string): Promise<() => Promise<void>>
}

export type KeptStatesStore = StoreApi<KeptStates>

/** What is kept of a repository. */
export interface KeptFiles {
  readonly authored: Files
  readonly built: Tree
}

export interface Kept {
  readonly state: SnapshotSummary
  /** Older downloads that made room. */
  readonly dropped: readonly SnapshotSummary[]
}

/**
 * So many downloads and written folders are kept for a draft; the oldest make room for new ones. A
 * state costs what differs from the others. What the user named and what was opened stays.
 */
export const KEPT_DOWNLOADS = 20

/** The kept states of the draft `draftId`. Read on the first `refresh`. */
export function createKeptStates(
  storage: DraftStorage,
  draftId: string,
  now: () => number = Date.now,
): KeptStatesStore {
  return createStore<KeptStates>()((set, get) => {
    const open = async (id: string): Promise<Snapshot> => {
      const { base } = get()
      const state = base?.id === id ? base : await storage.snapshot(id)
      if (!state) throw new Error('This state is not kept any more.')
      return state
    }
    const read = async (): Promise<void> => {
      const [list, unreadable] = await Promise.all([
        storage.snapshots(draftId),
        storage.unreadableSnapshots(draftId),
      ])
      const id = baseOf(list)?.id
      const before = get().base
      const base = id === undefined ? undefined : before?.id === id ? before : await open(id)
      set({ list, unreadable, base, fault: undefined })
    }

    return {
      list: undefined,
      base: undefined,
      unreadable: [],
      fault: undefined,
      refresh: () =>
        read().catch((error: unknown) =>
          set({ fault: error instanceof Error ? error.message : String(error) }),
        ),
      open,
      async keep(kind, name, state) {
        const snapshot = toSnapshot({ draftId, kind, name, at: now() }, state)
        await storage.keep(snapshot)
        const dropped = surplus(await storage.snapshots(draftId))
        for (const { id } of dropped) await storage.forget(id)
        if (isDownload(kind)) set({ base: snapshot })
        await read()
        return { state: snapshot, dropped }
      },
      async keepBefore(name, state) {
        for (const { id } of (await storage.snapshots(draftId)).slice(0, LOOKED_AT)) {
          if (sameFiles((await open(id)).authored, state.authored)) return undefined
        }
        return get().keep('named', name, state)
      },
      async forget(id) {
        const state = await open(id)
        await storage.forget(id)
        await read()
        return async () => {
          await storage.keep(state)
          await read()
        }
      },
    }
  })
}

/** Of so many of the latest states it is asked whether they hold the design already. */
const LOOKED_AT = 5

/** A state to keep, counted. */
export function toSnapshot(
  head: Pick<Snapshot, 'draftId' | 'kind' | 'name' | 'at'>,
  { authored, built }: KeptFiles,
): Snapshot {
  return {
    ...head,
    id: randomId(),
    files: built.size,
    bytes: [...built.values()].reduce((sum, { content }) => sum + content.size, 0),
    authored,
    built: new Map(
      [...built].map(([path, { content, executable }]) => [path, { content, executable }]),
    ),
  }
}

/** The state that changes count from, in a list with the latest first. */
function baseOf(list: readonly SnapshotSummary[]): SnapshotSummary | undefined {
  return list.find(({ kind }) => isDownload(kind)) ?? list.find(({ kind }) => kind === 'opened')
}

const isDownload = (kind: SnapshotKind): boolean => kind === 'download' || kind === 'folder'

/** The downloads beyond those that are kept. */
function surplus(list: readonly SnapshotSummary[]): readonly SnapshotSummary[] {
  return list.filter(({ kind }) => isDownload(kind)).slice(KEPT_DOWNLOADS)
}
