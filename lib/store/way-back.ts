import type { DesignerStore } from './designer'

/**
 * The way back from the latest change of a design, which may be gone later: other changes come on
 * top, or it is undone. Undoes it and is true; else does nothing and is false.
 */
export function wayBack(store: DesignerStore): () => boolean {
  const { undoesTo } = store.getState()
  return () => {
    const state = store.getState()
    if (undoesTo === undefined || state.undoesTo !== undoesTo) return false
    state.undo()
    return true
  }
}
