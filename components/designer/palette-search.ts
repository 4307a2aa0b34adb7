import { defaultFilter } from 'cmdk'
import type { PaletteAction } from './use-palette-actions'

/** More than this nobody reads; with a thousand properties it also keeps typing quick. */
const SHOWN = 40

/** The actions that fit `query`, best first; without a query the first few of each group. */
export function searchActions(
  actions: readonly PaletteAction[],
  query: string,
): readonly PaletteAction[] {
  const wanted = query.trim()
  if (wanted === '') {
    const seen = new Map<string, number>()
    return actions.filter(({ group }) => {
      const before = seen.get(group) ?? 0
      seen.set(group, before + 1)
      return before < 8
    })
  }
  return actions
    .map((action) => ({
      action,
      score: defaultFilter(action.label, wanted, [action.hint ?? '', ...(action.words ?? [])]),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, SHOWN)
    .map(({ action }) => action)
}
