import { useLayoutEffect, useMemo, useRef } from 'react'
import { useDesignerStore } from '@/components/designer/use-designer'
import { useUndoToast } from '@/components/designer/use-undo-toast'
import { useAnnounce } from '@/components/ui/announcer'
import { addProperty } from '@/lib/commands/add-property'
import { moveProperties, removeProperties } from '@/lib/commands/bulk-properties'
import { duplicateProperty } from '@/lib/commands/duplicate-property'
import { moveProperty } from '@/lib/commands/move-property'
import { renameProperty } from '@/lib/commands/rename-property'
import { setPropertyType } from '@/lib/commands/set-property-type'
import { setAllRequired, setRequired } from '@/lib/commands/set-required'
import { PROMISE_FILE } from '@/lib/promise/files'
import { displayPath, isRecord, type Path } from '@/lib/promise/path'
import { schemaIn } from '@/lib/promise/view'
import { droppedKeywords } from '@/lib/schema/dropped'
import { type Shape, shapeLabel } from '@/lib/schema/shape'
import { extended, NO_MARKS, toggled } from './marks'
import { currentRow, freeName, type PropertyRow, rowAt, stepTarget, type Target } from './rows'
import type { PropertyRows } from './use-property-rows'

/** What the rows of the API editor can do; one object for all of them, the same between renders. */
export interface PropertyActions {
  /** Shows its details; what was marked is not any more. */
  select(row: PropertyRow): void
  /** Marks it beside others, or all from the last marked one to it. */
  mark(row: PropertyRow, how: 'one' | 'range'): void
  toggle(row: PropertyRow): void
  rename(row: PropertyRow, name: string): void
  setType(row: PropertyRow, shape: Shape): void
  setRequired(row: PropertyRow, required: boolean): void
  step(row: PropertyRow, direction: 'up' | 'down' | 'out' | 'in'): void
  move(row: PropertyRow, target: Target): void
  add(row: PropertyRow, where: 'above' | 'below' | 'inside'): void
  duplicate(row: PropertyRow): void
  remove(rows: readonly PropertyRow[]): void
  requireAll(rows: readonly PropertyRow[], required: boolean): void
  moveAll(rows: readonly PropertyRow[], parent: Path): void
}

export function usePropertyActions(list: PropertyRows): PropertyActions {
  const { rows, toggle, open, setFocus, setMarks } = list
  const store = useDesignerStore()
  const announce = useAnnounce()
  const tell = useUndoToast()
  const latest = useRef(rows)
  useLayoutEffect(() => {
    latest.current = rows
  })
  return useMemo(() => {
    const run = store.getState().run
    /** A line may hold the row of an earlier key press: this is the one of now. */
    const now = (row: PropertyRow): PropertyRow => currentRow(latest.current, row)
    const move = (row: PropertyRow, target: Target): void => {
      const { name, path } = now(row).property
      if (!run(moveProperty(path, target))) return
      announce(`${name} moved to ${displayPath([...target.parent.slice(-2), name])}.`)
      setFocus([...target.parent, name])
    }
    return {
      move,
      toggle: (row) => toggle(row.id),
      select(row) {
        setMarks(NO_MARKS)
        store.getState().select({ file: PROMISE_FILE, path: now(row).property.path }, 'form')
      },
      mark(line, how) {
        const row = now(line)
        const { place } = store.getState()
        const current = place.file === PROMISE_FILE ? rowAt(latest.current, place.path) : undefined
        setMarks((marks) =>
          how === 'one'
            ? toggled(marks, row, current)
            : extended(latest.current, marks, row, current),
        )
      },
      rename: (row, name) => run(renameProperty(now(row).property.path, name)),
      setType(line, shape) {
        const { name, path, schema } = now(line).property
        if (!run(setPropertyType(path, shape))) return
        const after = schemaIn(store.getState().reading.view, path)
        const dropped = droppedKeywords(schema, isRecord(after) ? after : {})
        const label = shapeLabel(shape.wraps, shape.type)
        const said = `${name} is ${label} now.`
        if (dropped.length > 0) tell(`${said} Dropped: ${dropped.join(', ')}.`, 10_000)
        else announce(said)
      },
      setRequired: (row, required) => run(setRequired(now(row).property.path, required)),
      step(line, direction) {
        const row = now(line)
        const target = stepTarget(row, direction)
        if (target) move(row, target)
        else announce(`${row.property.name} cannot move further.`)
      },
      add(line, where) {
        const row = now(line)
        const { property, siblings, index } = row
        const parent = where === 'inside' ? property.childrenPath : row.parent
        if (!parent) return
        const name = freeName(where === 'inside' ? property.children : siblings, 'property')
        const at = { above: { index }, below: { index: index + 1 }, inside: {} }[where]
        if (where === 'inside') open(row.id)
        if (run(addProperty(parent, name, 'string', at))) setFocus([...parent, name])
      },
      duplicate(line) {
        const row = now(line)
        const name = freeName(row.siblings, `${row.property.name}Copy`)
        if (run(duplicateProperty(row.property.path, name))) setFocus([...row.parent, name])
      },
      remove(lines) {
        const gone = lines.map(now)
        const [first] = gone
        if (!first || !run(removeProperties(gone.map(({ property }) => property.path)))) return
        announce(`${told(gone)} removed.`)
        setMarks(NO_MARKS)
        const left = first.siblings.filter((one) => !gone.some((row) => row.property === one))
        const next =
          left.find((one) => first.siblings.indexOf(one) > first.index) ??
          left.at(-1) ??
          first.owner?.property
        if (next) setFocus(next.path)
      },
      requireAll(lines, required) {
        const paths = lines.map((line) => now(line).property.path)
        const word = required ? 'required' : 'optional'
        if (run(setAllRequired(paths, required))) announce(`${told(lines)} made ${word}.`)
        else announce(`Nothing to do: ${told(lines)} ${lines.length > 1 ? 'are' : 'is'} ${word}.`)
      },
      moveAll(lines, parent) {
        const paths = lines.map((line) => now(line).property.path)
        if (!run(moveProperties(paths, { parent }))) return
        announce(`${told(lines)} moved to ${displayPath(parent.slice(-2, -1))}.`)
        setMarks(NO_MARKS)
        const [first] = lines
        if (first) setFocus([...parent, first.property.name])
      },
    }
  }, [store, announce, tell, toggle, open, setFocus, setMarks])
}

function told(rows: readonly PropertyRow[]): string {
  return rows.length === 1 ? (rows[0]?.property.name ?? '') : `${rows.length} properties`
}
