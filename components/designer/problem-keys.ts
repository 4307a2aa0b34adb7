import type { KeyboardEvent as Press } from 'react'

const BY: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }
const ENDS = ['Home', 'End']
const ACTIONS: Readonly<Record<string, string>> = { f: 'fix', s: 'suggest', d: 'explain' }

/** Walks between the rows of the list that the event went to, and does what the row offers. */
export function onProblemKey(event: Press<HTMLElement>): void {
  // React hands on what is pressed in the menu of a row, which stands elsewhere in the page.
  if (event.defaultPrevented || !event.currentTarget.contains(event.target as Node)) return
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-problem]')]
  const here = rows.findIndex((row) => row.parentElement?.contains(document.activeElement))
  const action = ACTIONS[event.key.toLowerCase()]
  if (action) {
    const button = rows[here]?.parentElement?.querySelector<HTMLElement>(`[data-do=${action}]`)
    if (!button) return
    event.preventDefault()
    button.focus()
    // A menu opens by the key that its button would get.
    if (action !== 'suggest') button.click()
    else button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    return
  }
  const by = BY[event.key]
  if (by === undefined && !ENDS.includes(event.key)) return
  const wanted = by === undefined ? (event.key === 'Home' ? 0 : rows.length - 1) : here + by
  const next = rows[Math.min(Math.max(wanted, 0), rows.length - 1)]
  if (!next) return
  event.preventDefault()
  next.focus()
}
