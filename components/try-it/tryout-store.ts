import { createStore, type StoreApi } from 'zustand/vanilla'
import { applyTextEdits, type TextEdit } from '@/lib/promise/command'
import { editsOver } from '@/lib/promise/text-difference'
import type { StepKey, Workflow } from '@/lib/promise/workflows'
import type { DraftStorage } from '@/lib/store/drafts'
import { type KeptRun, type KeptTryout, MOST_RUNS, NOTHING_KEPT, readKept } from '@/lib/tryout/kept'
import type { Destination, RecordedOutput } from '@/lib/tryout/types'

export interface TryoutState extends KeptTryout {
  /** What was kept is here; until then nothing may be written over it. */
  readonly ready: boolean
  /** Why it cannot be kept, or could not be read. */
  readonly fault: string | undefined
  readonly canUndo: boolean
  readonly canRedo: boolean

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
/** What is tried is stored this long after the last change (milliseconds). */
const LATER = 400
/** So many steps of the request's text can be taken back. */
const MOST_STEPS = 200

type Stored = Pick<DraftStorage, 'tryout' | 'describe'>

/** What Try it knows of one draft: kept with the draft, outside of its files. */
export function createTryout(storage: Stored, draft: string): TryoutStore {
  let past: (string | undefined)[] = []
  let future: (string | undefined)[] = []
  let typedAt = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const store = createStore<TryoutState>()((set, get) => {
    const change = (next: Partial<KeptTryout>): void => {
      set(next)
      clearTimeout(timer)
      timer = setTimeout(save, LATER)
    }
    const save = (): void => {
      const { workflow, request, destinations, recorded, runs, ready } = get()
      if (!ready) return
      const tryout: KeptTryout = { workflow, request, destinations, recorded, runs }
      storage.describe(draft, { tryout }).then(
        () => set({ fault: undefined }),
        (error: unknown) => set({ fault: `This is not kept: ${reasonOf(error)}` }),
      )
    }
    const step = (from: (string | undefined)[], to: (string | undefined)[]): void => {
      if (from.length === 0) return
      to.push(get().request)
      typedAt = 0
      const request = from.pop()
      set({ canUndo: past.length > 0, canRedo: future.length > 0 })
      change({ request })
    }
    return {
      ...NOTHING_KEPT,
      ...{ ready: false, fault: undefined, canUndo: false, canRedo: false },
      choose: (workflow) => change({ workflow }),
      write: (request) => {
        if (request === get().request) return
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
  storage.tryout(draft).then(
    (stored) => store.setState({ ...readKept(stored), ready: true }),
    (error: unknown) =>
      store.setState({ ready: true, fault: `What was tried cannot be read: ${reasonOf(error)}` }),
  )
  return store
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
