import { type Access, type AccessPort, openAccess, type Role } from './access'
import type { Analyst } from './analysis'
import { createDesigner, type DesignerStore } from './designer'
import { ChangedElsewhere, type DraftStorage, type ProblemCounts, type SavedDraft } from './drafts'

export interface OpenDesign {
  readonly store: DesignerStore
  /** See `Access`: makes this tab the one that may change the draft. */
  readonly takeOver: Access['takeOver']
  /** Saves what is not saved, and lets go of the draft. */
  close(): Promise<void>
}

export interface OpenDesignOptions {
  readonly id: string
  readonly storage: DraftStorage
  readonly port: AccessPort
  readonly analyst: () => Analyst
  /** This tab may change the draft from now on, or no more. */
  readonly onRole?: (role: Role) => void
  /**
   * What another tab has saved could not be read: what is shown is older, and cannot be changed
   * until `retry` or `takeOver` has read it.
   */
  readonly onFault?: ((reason: string, retry: () => void) => void) | undefined
}

/**
 * Opens a draft for this tab: to change it, or to watch the tab that does. Gives `undefined` when
 * there is no such draft. @throws Error when it cannot be read.
 */
export async function openDesign(options: OpenDesignOptions): Promise<OpenDesign | undefined> {
  const { id, storage, onRole } = options
  let store: DesignerStore | undefined
  /** The draft changed hands while it was loaded: what was read may be old. */
  let moved = false

  /** Shows what is stored now, unless there is something here that is not. */
  const follow = async (wanted: Role): Promise<void> => {
    if (store?.getState().save.state !== 'saved') return
    const draft = await storage.load(id)
    if (draft && access.role === wanted) store.getState().follow(draft)
  }
  const catchUp = (wanted: Role, then?: () => void): void => {
    follow(wanted).then(then, (error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error)
      options.onFault?.(reason, () => catchUp(wanted, then))
    })
  }

  const take = (role: Role): void => {
    moved = true
    if (!store) return // what it is at the end of the loading counts
    if (role === 'owner') {
      catchUp(role, () => {
        if (access.role !== 'owner') return
        store?.getState().watch(false)
        onRole?.(role)
      })
    } else {
      store.getState().watch(true)
      // After a handover there is nothing to save. What a tab has that the draft was stolen from
      // is refused by `announced` and told: it belongs into a draft of its own.
      void store.getState().flush()
      onRole?.(role)
    }
  }

  const access = await openAccess(id, options.port, {
    role: take,
    async release() {
      if (!store) return
      store.getState().watch(true)
      await store.getState().flush()
      const { save } = store.getState()
      if (save.state === 'failed') throw new Error(save.reason)
    },
    saved() {
      if (store && access.role === 'watcher') catchUp('watcher')
    },
  })

  moved = access.role === 'watcher'
  let draft: SavedDraft | undefined
  try {
    draft = await storage.load(id)
  } catch (error) {
    access.close()
    throw error
  }
  if (!draft) {
    access.close()
    return undefined
  }
  const mine = (): boolean => access.role === 'owner'
  const tell = (): void => {
    try {
      access.announce()
    } catch {
      // It is stored; watchers hear of it with the next save.
    }
  }
  const announced: DraftStorage = {
    ...storage,
    async describe(id, words) {
      if (!mine()) throw new ChangedElsewhere('taken')
      await storage.describe(id, words)
      if (words.tryout) tell()
    },
    async save(draft) {
      if (!mine()) throw new ChangedElsewhere('taken')
      // Asked again right before the write: a frozen tab wakes up in the midst of a save.
      await storage.save(draft, mine)
      tell()
    },
  }
  store = createDesigner({ draft, storage: announced, analyst: options.analyst() })
  // Another tab may have saved, taken over or been closed while we were reading.
  if (moved) store.getState().watch(true)
  if (moved && access.role === 'owner') take('owner')
  else if (moved) catchUp('watcher')
  const stopCounting = countProblems(store, storage, draft)

  return {
    store,
    async takeOver(anyway) {
      if (access.role !== 'owner') return access.takeOver(anyway)
      // The draft is ours already, and could not be read when it became so.
      if (store?.getState().watching) take('owner')
      return undefined
    },
    async close() {
      stopCounting()
      try {
        await store.getState().flush()
      } finally {
        store.getState().stop()
        access.close()
      }
    },
  }
}

/** Notes in the list of drafts how many problems the design has. */
function countProblems(
  store: DesignerStore,
  storage: DraftStorage,
  { id, summary }: SavedDraft,
): () => void {
  let told: ProblemCounts | undefined = summary.problems
  return store.subscribe(({ problems, watching }, before) => {
    if (problems === before.problems || watching) return
    const count = (severity: string) => problems.filter((one) => one.severity === severity).length
    const counts = { errors: count('error'), warnings: count('warning') }
    if (told?.errors === counts.errors && told.warnings === counts.warnings) return
    told = counts
    storage.describe(id, { problems: counts }).catch(() => {
      told = undefined // a storage that refuses is told where saving fails; here the next count tries again
    })
  })
}
