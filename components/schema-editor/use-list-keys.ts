import { type KeyboardEvent, useCallback, useLayoutEffect, useRef } from 'react'
import { allMarked, extended, NO_MARKS } from './marks'
import type { PropertyRow } from './rows'
import type { PropertyActions } from './use-property-actions'
import type { PropertyRows } from './use-property-rows'

/**
 * The keys of the list, in a name or on a button of a row: arrows go to the next name, with Shift
 * they mark, Ctrl+A marks all, Enter in a name opens its details, Delete removes, Escape unmarks and
 * then goes back to the search.
 */
export function useListKeys(
  list: PropertyRows,
  actions: PropertyActions,
): (event: KeyboardEvent<HTMLElement>) => void {
  const latest = useRef({ list, actions })
  /** The name in which Ctrl+A was the last key. */
  const whole = useRef<HTMLElement>(undefined)
  useLayoutEffect(() => {
    latest.current = { list, actions }
  })
  return useCallback((event) => {
    const { list, actions } = latest.current
    const target = event.target instanceof HTMLElement ? event.target : null
    const id = target?.closest('[data-row]')?.getAttribute('data-row')
    const index = list.rows.findIndex((row) => row.id === id)
    const row = list.rows[index]
    if (!target || !row || event.defaultPrevented || event.altKey) return
    const command = event.ctrlKey || event.metaKey
    if (event.key === 'Control' || event.key === 'Meta') return
    const again = whole.current === target
    whole.current = undefined
    if (event.key === 'a' && command && !event.shiftKey) {
      // In a name the first press selects its text, as anywhere; the next one all rows.
      if (isText(target) && !again) whole.current = target
      else {
        event.preventDefault()
        list.setMarks(allMarked(list.rows))
      }
    } else if (command) return
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      walk(event, target, list, row, list.rows[index + (event.key === 'ArrowDown' ? 1 : -1)])
    } else if (event.key === 'Delete' && !isText(target)) {
      event.preventDefault()
      actions.remove(list.marked.length > 0 ? list.marked : [row])
    } else if (event.key === 'Enter' && isText(target)) {
      event.preventDefault()
      actions.select(row)
    } else if (event.key === 'Escape') leave(event, list)
  }, [])
}

function isText(target: HTMLElement): boolean {
  return target instanceof HTMLInputElement
}

function walk(
  event: KeyboardEvent,
  target: HTMLElement,
  list: PropertyRows,
  row: PropertyRow,
  next: PropertyRow | undefined,
): void {
  // Arrows choose in a type; a row that was picked up by its handle moves with them.
  if (target instanceof HTMLSelectElement || target.ariaPressed === 'true') return
  if (!event.shiftKey && !isText(target)) return
  event.preventDefault()
  if (!next) return
  if (event.shiftKey) list.setMarks((marks) => extended(list.rows, marks, next, row))
  list.setFocus(next.property.path)
}

function leave(event: KeyboardEvent, list: PropertyRows): void {
  if (list.marked.length > 0) {
    event.preventDefault()
    list.setMarks(NO_MARKS)
  } else if (list.query !== '') {
    event.preventDefault()
    document.querySelector<HTMLInputElement>('[data-property-search]')?.focus()
  }
}
