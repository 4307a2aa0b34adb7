import { createStore, type StoreApi } from 'zustand/vanilla'
import { applyTextEdits, type TextEdit } from '@/lib/promise/command'
import { editsOver } from '@/lib/promise/text-difference'
import type { StepKey, Workflow } from '@/lib/promise/workflows'
import { autosave } from '@/lib/store/autosave'
import type { DraftStorage, DraftWords } from '@/lib/store/drafts'
import {
  changedParts,
  type KeptParts,
  type KeptRun,
  type KeptTryout,
  MOST_RUNS,
  NOTHING_KEPT,
  partsOf,
  readKept,
} from '@/lib/tryout/kept'
import type { Destination, RecordedOutput } from '@/lib/tryout/types'

export interface TryoutState extends KeptTryout {
  /** What was kept is here; until then nothing is changed, so that nothing is written over it. */
  readonly ready: boolean
  /** Why it cannot be kept, or could not be read. */
  readonly fault: string | undefined
  readonly canUndo: boolean
  readonly canRedo: boolean

  /** Reads what is kept, again where that failed. Never rejects: `fault` says why it did. */
  read(): Promise<void>
  /** Saves at once what is not saved yet. */
  flush(): Promise<void>
  /** Begins or ends to look on only, while another tab has the draft; at the end it is read anew. */
  watch(on: boolean): void
  /** Reads what the tab that has the draft has stored, while this one looks on. */
  follow(): void
  choose(workflow: Workflow): void
  /** A new text of the request; `undefined` goes back to the example. */
  write(request: string | undefined): void
  /** Edits that were counted in `over`, the text on the screen, which may be older than the request. */
  edit(edits: readonly TextEdit[], over: string): void
  undo(): void
  redo(): void
  place(destinations: readonly Destination[] | undefined): void
  feed(step: StepKey, recorded: RecordedOutput | undefined): void
  keep(run: KeptRun): void
  rename(id: string, name: string): void
  forget(id: string): void
}

export type TryoutStore = StoreApi<TryoutState>

/** A change that follows this soon belongs to the one before: typing (milliseconds). */
const TYPING = 800
/** So many steps of the request's text can be taken back. */
const MOST_STEPS = 200

/** The part of the storage that Try it needs. */
export interface StoredTryout extends Pick<DraftStorage, 'tryout'> {
  describe(words: DraftWords): Promise<void>
}

/** What Try it knows of one draft: kept with the draft, outside of its files. */
export function createTryout(storage: StoredTryout, draft: string, watching = false): TryoutStore {
  let past: (string | undefined)[] = []
  let future: (string | undefined)[] = []
  let typedAt = 0
  /** What is here may be older than what is stored. */
  let old = true
  let reads = 0
  /** What is stored. */
  let there: KeptParts = {}
  /** What is here is not stored yet, or is not to be: another tab went on with the draft. */
  let unsaved: 'here' | 'elsewhere' | undefined

  const store: TryoutStore = createStore<TryoutState>()((set, get) => {
    const fixed = (): boolean => old || watching
    /** What could not be stored is still here alone, unless the draft was taken from this tab. */
    const alone = (): boolean => unsaved === 'here'
    const change = (next: Partial<KeptTryout>): void => {
      if (fixed()) return
      set(next)
      saver.changed()
    }
    const step = (from: (string | undefined)[], to: (string | undefined)[]): void => {
      if (from.length === 0 || fixed()) return
      to.push(get().request)
      typedAt = 0
      const request = from.pop()
      set({ canUndo: past.length > 0, canRedo: future.length > 0 })
      change({ request })
    }
    return {
      ...NOTHING_KEPT,
      ...{ ready: false, fault: undefined, canUndo: false, canRedo: false },
      async read() {
        old = true
        reads += 1
        const mine = reads
        try {
          const parts = await storage.tryout(draft)
          if (mine !== reads) return // asked again meanwhile
          const kept = readKept(parts)
          there = parts ?? {}
          if (kept.request !== get().request) {
            past = []
            future = []
            set({ canUndo: false, canRedo: false })
          }
          old = false
          saver.settled()
          set({ ...kept, ready: true, fault: undefined })
        } catch (error) {
          if (mine !== reads) return
          set({ ready: false, fault: `What was tried cannot be read: ${reasonOf(error)}` })
        }
      },
      flush: () => saver.flush(),
      watch(on) {
        if (on === watching) return
        watching = on
        if (!on && !alone()) void get().read()
      },
      follow() {
        if (watching && !alone()) void get().read()
      },
      choose: (workflow) => change({ workflow }),
      write: (request) => {
        if (request === get().request || fixed()) return
        if (Date.now() - typedAt > TYPING || past.length === 0) {
          past = [...past, get().request].slice(-MOST_STEPS)
        }
        typedAt = Date.now()
        future = []
        set({ canUndo: true, canRedo: false })
        change({ request })
      },
      edit: (edits, over) => {
        const now = get().request ?? over
        get().write(applyTextEdits(now, editsOver(edits, over, now)))
      },
      undo: () => step(past, future),
      redo: () => step(future, past),
      place: (destinations) => change({ destinations }),
      feed: (key, recorded) => {
        const { [key]: _, ...rest } = get().recorded
        change({ recorded: recorded ? { ...rest, [key]: recorded } : rest })
      },
      keep: (run) => change({ runs: [run, ...get().runs].slice(0, MOST_RUNS) }),
      rename: (id, name) =>
        change({ runs: get().runs.map((run) => (run.id === id ? { ...run, name } : run)) }),
      forget: (id) => change({ runs: get().runs.filter((run) => run.id !== id) }),
    }
  })
  const saver = autosave<KeptParts>(
    { save: (parts) => storage.describe({ tryout: changedParts(there, parts) }) },
    () => {
      const { workflow, request, destinations, recorded, runs } = store.getState()
      return partsOf({ workflow, request, destinations, recorded, runs })
    },
    (save, stored) => {
      there = stored ?? there
      const failed = save.state === 'failed' ? save : undefined
      unsaved = save.state === 'saved' ? undefined : failed?.elsewhere ? 'elsewhere' : 'here'
      store.setState({ fault: failed && `This is not kept: ${failed.reason}` })
    },
  )
  void store.getState().read()
  return store
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
