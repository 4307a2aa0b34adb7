import { type Access, type AccessPort, openAccess, type Role } from './access'
import type { Analyst } from './analysis'
import { createDesigner, type DesignerStore } from './designer'
import type { DraftStorage, ProblemCounts, SavedDraft } from './drafts'

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
  /** What another tab has saved could not be read: what is shown is older. */
  readonly onFault?: (reason: string) => void
}

/**
 * Opens a draft for this tab: to change it, or to watch the tab that does. Gives `undefined` when
 * there is no such draft. @throws Error when it cannot be read.
 */
export async function openDesign(options: OpenDesignOptions): Promise<OpenDesign | undefined> {
  const { id, storage, onRole } = options
  let store: DesignerStore | undefined

  /** Shows what is stored now, unless there is something here that is not. */
  const follow = async (wanted: Role): Promise<void> => {
    if (store?.getState().save.state !== 'saved') return
    const draft = await storage.load(id)
    if (draft && access.role === wanted) store.getState().follow(draft)
  }
  const catchUp = (wanted: Role, then?: () => void): void => {
    follow(wanted).then(then, (error: unknown) => {
      options.onFault?.(error instanceof Error ? error.message : String(error))
    })
  }

  const take = (role: Role): void => {
    if (!store) return // what it is at the end of the loading counts
    if (role === 'owner') {
      catchUp(role, () => {
        if (access.role !== 'owner') return
        store?.getState().watch(false)
        onRole?.(role)
      })
    } else {
      store.getState().watch(true)
      void store.getState().flush() // after a handover there is nothing; a stolen tab may have
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

  const first = access.role
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
  const announced: DraftStorage = {
    ...storage,
    async save(draft) {
      await storage.save(draft)
      access.announce()
    },
  }
  store = createDesigner({ draft, storage: announced, analyst: options.analyst() })
  if (first === 'watcher') {
    store.getState().watch(true)
    // The other tab may have saved, or been closed, while we were reading.
    if (access.role === 'owner') take('owner')
    else catchUp('watcher')
  }
  const stopCounting = countProblems(store, storage, draft)

  return {
    store,
    takeOver: access.takeOver,
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
