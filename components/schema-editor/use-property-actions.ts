import { useLayoutEffect, useMemo, useRef } from 'react'
import { useDesignerStore } from '@/components/designer/use-designer'
import { useAnnounce } from '@/components/ui/announcer'
import { addProperty } from '@/lib/commands/add-property'
import { duplicateProperty } from '@/lib/commands/duplicate-property'
import { moveProperty } from '@/lib/commands/move-property'
import { removeProperty } from '@/lib/commands/remove-property'
import { renameProperty } from '@/lib/commands/rename-property'
import { setPropertyType } from '@/lib/commands/set-property-type'
import { setRequired } from '@/lib/commands/set-required'
import { PROMISE_FILE } from '@/lib/promise/files'
import { displayPath, type Path } from '@/lib/promise/path'
import type { Shape } from '@/lib/schema/shape'
import { freeName, type PropertyRow, stepTarget, type Target } from './rows'

/** What the rows of the API editor can do; one object for all of them, the same between renders. */
export interface PropertyActions {
  select(row: PropertyRow): void
  toggle(row: PropertyRow): void
  rename(row: PropertyRow, name: string): void
  setType(row: PropertyRow, shape: Shape): void
  setRequired(row: PropertyRow, required: boolean): void
  step(row: PropertyRow, direction: 'up' | 'down' | 'out' | 'in'): void
  move(row: PropertyRow, target: Target): void
  addBelow(row: PropertyRow): void
  addInside(row: PropertyRow): void
  duplicate(row: PropertyRow): void
  remove(row: PropertyRow): void
}

export interface PropertyActionsOptions {
  readonly rows: readonly PropertyRow[]
  readonly toggle: (id: string) => void
  readonly open: (id: string) => void
  /** The name field of the property at this path gets the focus once it is there. */
  readonly focus: (path: Path) => void
}

export function usePropertyActions({
  rows,
  toggle,
  open,
  focus,
}: PropertyActionsOptions): PropertyActions {
  const store = useDesignerStore()
  const announce = useAnnounce()
  const latest = useRef(rows)
  useLayoutEffect(() => {
    latest.current = rows
  })
  return useMemo(() => {
    const run = store.getState().run
    /** A line may hold the row of an earlier key press: this is the one of now. */
    const now = (row: PropertyRow): PropertyRow =>
      latest.current.find(({ id }) => id === row.id) ?? row
    const move = (row: PropertyRow, target: Target): void => {
      const { name, path } = row.property
      if (!run(moveProperty(path, target))) return
      announce(`${name} moved to ${displayPath([...target.parent.slice(-2), name])}.`)
      focus([...target.parent, name])
    }
    return {
      move,
      toggle: (row) => toggle(row.id),
      select: (row) =>
        store.getState().select({ file: PROMISE_FILE, path: now(row).property.path }, 'form'),
      rename: (row, name) => run(renameProperty(now(row).property.path, name)),
      setType: (row, shape) => run(setPropertyType(now(row).property.path, shape)),
      setRequired: (row, required) => run(setRequired(row.property.path, required)),
      step(line, direction) {
        const row = now(line)
        const target = stepTarget(row, direction)
        if (target) move(row, target)
        else announce(`${row.property.name} cannot move further.`)
      },
      addBelow(line) {
        const row = now(line)
        const name = freeName(row.siblings, 'property')
        if (run(addProperty(row.parent, name, 'string', { index: row.index + 1 }))) {
          focus([...row.parent, name])
        }
      },
      addInside(line) {
        const row = now(line)
        const parent = row.property.childrenPath
        if (!parent) return
        const name = freeName(row.property.children, 'property')
        open(row.id)
        if (run(addProperty(parent, name, 'string'))) focus([...parent, name])
      },
      duplicate(line) {
        const row = now(line)
        const name = freeName(row.siblings, `${row.property.name}Copy`)
        if (run(duplicateProperty(row.property.path, name))) focus([...row.parent, name])
      },
      remove(line) {
        const row = now(line)
        if (!run(removeProperty(row.property.path))) return
        announce(`${row.property.name} removed.`)
        const next =
          row.siblings[row.index + 1] ?? row.siblings[row.index - 1] ?? row.owner?.property
        if (next) focus(next.path)
      },
    }
  }, [store, announce, toggle, open, focus])
}
