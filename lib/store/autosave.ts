import { ChangedElsewhere, type SavedDraft } from './drafts'

export type SaveState =
  | { readonly state: 'saved' }
  | { readonly state: 'pending' }
  | {
      readonly state: 'failed'
      readonly reason: string
      /** Another tab has saved the draft: trying again would not help. */
      readonly elsewhere: boolean
    }

/** While changes go on, saves begin this far apart (milliseconds; invariant 9 allows 500). */
const PACE = 250
/** A change after a pause is saved this soon: what belongs together is still one save. */
const LEAD = 20

/**
 * Saves the latest draft, or another work of the user's, soon after each change. One save runs at a
 * time; what changes meanwhile is saved right after it. `tell` gets what was stored. A failure is told and stays until
 * a save succeeds; the next change or `flush` tries again, unless another tab has the draft.
 * @param prepare what a save needs and can be made ready beside the page; `flush` does not wait for it
 */
export function autosave<T = SavedDraft>(
  storage: { save(work: T): Promise<void> },
  latest: () => T,
  tell: (state: SaveState, saved?: T) => void,
  prepare: () => Promise<unknown> = async () => undefined,
): { changed(): void; flush(): Promise<void>; settled(): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  let began = Number.NEGATIVE_INFINITY
  let dirty = false
  let failure: Extract<SaveState, { state: 'failed' }> | undefined

  const save = async (): Promise<void> => {
    while (dirty) {
      dirty = false
      began = Date.now()
      try {
        const work = latest()
        await storage.save(work)
        failure = undefined
        tell({ state: dirty ? 'pending' : 'saved' }, work)
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        failure = { state: 'failed', reason, elsewhere: error instanceof ChangedElsewhere }
        tell(failure)
      }
    }
  }
  const start = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    running ??= save().finally(() => {
      running = undefined
    })
    return running
  }

  /** Whatever becomes of the preparing, the save can do without. */
  const ready = (): void => {
    const due = timer
    const go = (): void => {
      if (timer === due) void start() // else a flush has saved, or the page is gone
    }
    prepare().then(go, go)
  }

  return {
    changed() {
      dirty = true
      if (!failure) tell({ state: 'pending' })
      if (!failure?.elsewhere) {
        // A clock that was set back must not make saving wait until it has caught up.
        const wait = Math.min(PACE, began + PACE - Date.now())
        timer ??= setTimeout(ready, Math.max(LEAD, wait))
      }
    },
    /** Saves now what is not saved yet: for a page that is being left. */
    async flush() {
      dirty ||= failure !== undefined
      if (dirty || running) await start()
    },
    /** What is here is what is stored: another tab saved it, and this one follows. */
    settled() {
      clearTimeout(timer)
      timer = undefined
      dirty = false
      failure = undefined
      tell({ state: 'saved' })
    },
    stop() {
      clearTimeout(timer)
      timer = undefined
    },
  }
}
