'use client'

import { useDeferredValue, useMemo } from 'react'
import { PROMISE_FILE, SETTINGS_FILE } from '@/lib/promise/files'
import type { Path } from '@/lib/promise/path'
import { sectionOf } from '@/lib/store/section'
import { objectCount } from './object-count'
import { closedVersions, type OutlineRow, outlineOf, rowOf, rowsOf } from './outline-tree'
import { useDesigner } from './use-designer'
import { useShownVersion } from './use-shown-version'

export interface OutlineState {
  readonly rows: readonly OutlineRow[]
  /** The row of the selected place. */
  readonly current: number
  /** The worst problem of each row that has one. */
  readonly tones: ReadonlyMap<number, 'red' | 'amber'>
  readonly isClosed: (key: string) => boolean
}

/**
 * The outline of the design: what the user folded is closed (`true`) or open; of several versions of
 * the API the one that is edited is open by itself.
 */
export function useOutline(folded: ReadonlyMap<string, boolean>): OutlineState {
  // The field that is typed in is painted first, the outline right after it.
  const view = useDeferredValue(useDesigner((state) => state.reading.view))
  const steps = useDeferredValue(useDesigner((state) => state.steps))
  const files = useDeferredValue(useDesigner((state) => state.files))
  const problems = useDeferredValue(useDesigner((state) => state.problems))
  const place = useDesigner((state) => state.place)
  const section = useDesigner((state) => state.section)

  const objects = useMemo(() => objectCount(view, steps, files), [view, steps, files])
  const nodes = useMemo(() => outlineOf(view, steps, objects), [view, steps, objects])
  const [shown] = useShownVersion(view.api)
  const isClosed = useMemo(() => {
    const closed = closedVersions(view, shown)
    return (key: string) => folded.get(key) ?? closed.has(key)
  }, [view, shown, folded])
  const rows = useMemo(() => rowsOf(nodes, isClosed), [nodes, isClosed])
  const find = useMemo(() => {
    const byKey = new Map(rows.map(({ node }, index) => [node.key, index]))
    const byStep = new Map(steps.map((step) => [step.key, step.path]))
    return (file: string, path: Path): number => {
      // Settings and files of a step belong to the step's own row.
      const key = file === SETTINGS_FILE ? path[1] : stepKeyIn(file)
      const at = file === PROMISE_FILE ? path : [...byStep].find(([one]) => one === key)?.[1]
      const row = at ? rowOf(byKey, at) : -1
      return row >= 0 ? row : (byKey.get(sectionOf({ file, path }) ?? '') ?? -1)
    }
  }, [rows, steps])

  const current = useMemo(() => {
    const row = find(place.file, place.path)
    return rows[row]?.node.section === section
      ? row
      : rows.findIndex(({ node }) => node.key === section)
  }, [find, place, rows, section])

  const tones = useMemo(() => {
    const found = new Map<number, 'red' | 'amber'>()
    for (const { severity, place: at } of problems) {
      if (severity === 'info') continue
      const row = find(at.file, at.path)
      if (row < 0 || found.get(row) === 'red') continue
      found.set(row, severity === 'error' ? 'red' : 'amber')
    }
    return found
  }, [find, problems])

  return { rows, current, tones, isClosed }
}

/** `workflows/type/action/pipeline/container/…` -> the key of that step. */
function stepKeyIn(file: string): string | undefined {
  const parts = file.split('/')
  return parts[0] === 'workflows' && parts.length > 5 ? parts.slice(1, 5).join('/') : undefined
}
