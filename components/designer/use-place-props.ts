'use client'

import { PROMISE_FILE } from '@/lib/promise/files'
import type { Path } from '@/lib/promise/path'
import { keyOf } from './outline-tree'
import { useDesignerStore } from './use-designer'

/**
 * Ties a control to its place in promise.yaml: entering it selects the place, so the editor shows
 * its lines; selecting the place elsewhere finds the control by `data-place`.
 */
export function usePlaceProps(): (path: Path) => {
  readonly 'data-place': string
  readonly onFocus: () => void
} {
  const store = useDesignerStore()
  return (path) => ({
    'data-place': keyOf(path),
    onFocus: () => store.getState().select({ file: PROMISE_FILE, path }, 'form'),
  })
}
