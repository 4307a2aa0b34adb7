import type { DesignerStore } from '@/lib/store/designer'
import { createTryout, type StoredTryout, type TryoutStore } from './tryout-store'

/**
 * What Try it knows of an open design. It is saved when the design is, as when the page is hidden,
 * left, or hands the draft over; while another tab has the draft nothing of it can be changed.
 */
export function openTryout(
  storage: Pick<StoredTryout, 'tryout'>,
  designer: DesignerStore,
): TryoutStore {
  const { draft, watching, describe, flushWith, followWith } = designer.getState()
  const { tryout: read } = storage
  const tryout = createTryout({ tryout: read, describe }, draft.id, watching)
  flushWith(() => tryout.getState().flush())
  followWith(() => tryout.getState().follow())
  designer.subscribe((state) => tryout.getState().watch(state.watching))
  return tryout
}
