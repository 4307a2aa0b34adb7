import { createContext, useContext, useEffect, useState } from 'react'
import type { Draft } from '@/components/ui/draft'
import { isWithin, type Path, pathToString, valueAt } from '@/lib/promise/path'

/** Drafts by the place of their keyword. */
export type KeptDrafts = Map<string, { readonly path: Path; readonly draft: Draft }>

/**
 * What was typed into the fields of properties and cannot be committed. It outlasts the field, which
 * goes when another property or another section is selected, and goes with the open draft.
 */
export const KeptDraftsContext = createContext<KeptDrafts | undefined>(undefined)

/** The draft of the keyword at `path`, as a state of the field that also outlasts it. */
export function useKeptDraft(
  path: Path,
): readonly [Draft | undefined, (draft: Draft | undefined) => void] {
  const kept = useContext(KeptDraftsContext)
  const key = pathToString(path)
  const [draft, setDraft] = useState(() => kept?.get(key)?.draft)
  const keep = (next: Draft | undefined): void => {
    if (next) kept?.set(key, { path, draft: next })
    else kept?.delete(key)
  }
  // A property that is renamed or moved takes the draft of its open field along.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other changes are kept as they are made
  useEffect(() => {
    if (draft) keep(draft)
  }, [key])
  return [
    draft,
    (next) => {
      keep(next)
      setDraft(next)
    },
  ]
}

/** Asks for the draft of the keyword at a path, or forgets it, from outside of its field. */
export function useKeptDrafts(): {
  has(path: Path): boolean
  forget(path: Path): void
} {
  const kept = useContext(KeptDraftsContext)
  return {
    has: (path) => kept?.has(pathToString(path)) ?? false,
    forget: (path) => {
      kept?.delete(pathToString(path))
    },
  }
}

/** Forgets the drafts of schemas that are gone, lest another property of the name shows them. */
export function forgetGone(kept: KeptDrafts, schema: unknown, schemaPath: Path): void {
  for (const [key, { path }] of kept) {
    if (!isWithin(path, schemaPath)) continue
    const holder = path.slice(schemaPath.length, -1)
    if (valueAt(schema, holder) === undefined) kept.delete(key)
  }
}
