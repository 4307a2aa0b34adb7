import { useEffect, useMemo, useState } from 'react'
import { useDesigner } from '@/components/designer/use-designer'
import { useKeptStates, useKeptStatesStore } from '@/components/designer/use-kept-states'
import { isProvisional } from '@/lib/build/authored'
import { compareTrees, type FileChange, type Tree } from '@/lib/patch/compare'
import { PROMISE_FILE } from '@/lib/promise/files'
import type { Snapshot } from '@/lib/store/drafts'
import { useOwnNames } from './use-own-names'

/** Compares with an empty folder: everything is new. */
export const NOTHING = 'nothing'

export type Comparison =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly reason: string }
  | {
      readonly state: 'ready'
      /** `undefined` when compared with nothing. */
      readonly with: Snapshot | undefined
      readonly before: Tree
      readonly changes: readonly FileChange[]
    }

const empty: Tree = new Map()

/** What changed from the state `id` (or `NOTHING`) to the design as it is now. */
export function useComparison(id: string | undefined): Comparison {
  const states = useKeptStatesStore()
  const build = useDesigner((state) => state.build)
  const ownNames = useOwnNames()
  const [loaded, setLoaded] = useState<
    | { readonly id: string; readonly snapshot: Snapshot }
    | { readonly id: string; readonly reason: string }
  >()

  useEffect(() => {
    if (id === undefined || id === NOTHING) return
    let current = true
    states
      .getState()
      .open(id)
      .then(
        (snapshot) => current && setLoaded({ id, snapshot }),
        (error: unknown) =>
          current &&
          setLoaded({ id, reason: error instanceof Error ? error.message : String(error) }),
      )
    return () => {
      current = false
    }
  }, [id, states])

  return useMemo((): Comparison => {
    if (id === undefined || isProvisional(build)) return { state: 'loading' }
    if (id !== NOTHING && loaded?.id !== id) return { state: 'loading' }
    if (id !== NOTHING && loaded && 'reason' in loaded) {
      return { state: 'failed', reason: loaded.reason }
    }
    const snapshot = id !== NOTHING && loaded && 'snapshot' in loaded ? loaded.snapshot : undefined
    const before = ownNames(snapshot?.built ?? empty)
    const after = ownNames(build.files)
    const promise = [...after].find(([, file]) => file === build.files.get(PROMISE_FILE))?.[0]
    const changes = inOrder(compareTrees(before, after), promise ?? PROMISE_FILE)
    return { state: 'ready', with: snapshot, before, changes }
  }, [id, loaded, build, ownNames])
}

/** The Promise first, what we keep for ourselves last: as a reader wants them. */
function inOrder(changes: readonly FileChange[], promise: string): readonly FileChange[] {
  const rank = ({ path }: FileChange): number =>
    path === promise ? 0 : path.startsWith('.promise-designer') ? 2 : 1
  return [...changes].sort((a, b) => rank(a) - rank(b))
}

/** The state to compare with unless the user chose another; stays as it is while `open`. */
export function useCompareWith(open: boolean): readonly [string | undefined, (id: string) => void] {
  const list = useKeptStates((state) => state.list)
  const base = useKeptStates((state) => state.base?.id)
  const [chosen, setChosen] = useState<string>()
  const known = chosen === NOTHING || list?.some(({ id }) => id === chosen)
  const next = known ? chosen : list && (base ?? list[0]?.id ?? NOTHING)

  useEffect(() => {
    // What is shown must not change under the eyes when an export makes a newer base.
    setChosen(open ? (now) => now ?? next : undefined)
  }, [open, next])
  return [next, setChosen]
}
