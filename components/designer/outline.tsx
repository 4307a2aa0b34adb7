'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { OutlineItem } from './outline-item'
import { useDesigner, useDesignerStore } from './use-designer'
import { useOutline } from './use-outline'

const ROW = 28
const rowHeight = (): number => ROW
const none: ReadonlyMap<string, boolean> = new Map()

export interface OutlineProps {
  /** Called after the user went somewhere, e.g. to close the drawer that holds the outline. */
  readonly onGo?: () => void
}

/** The Promise at a glance: a tree, one row in the tab order, arrows move, Enter goes there. */
export function Outline({ onGo }: OutlineProps) {
  const store = useDesignerStore()
  const [folded, setFolded] = useState(none)
  const { rows, current, tones, isClosed } = useOutline(folded)
  const selections = useDesigner((state) => state.selections)
  // The row that Tab reaches: where the arrows are, else the selected one.
  const [cursor, setCursor] = useState<string>()
  const cursorRow = rows.findIndex(({ node }) => node.key === cursor)
  const active = cursorRow >= 0 ? cursorRow : current

  const scroller = useRef<HTMLElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: rowHeight,
    overscan: 12,
    paddingStart: 8,
    paddingEnd: 8,
    initialRect: { width: 248, height: 900 },
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new selection scrolls, not a fold
  useEffect(() => {
    setCursor(undefined)
    if (current >= 0) virtual.scrollToIndex(current, { align: 'auto' })
  }, [selections, current])

  function focusRow(index: number) {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))]
    if (!row) return
    setCursor(row.node.key)
    virtual.scrollToIndex(rows.indexOf(row), { align: 'auto' })
    requestAnimationFrame(() => {
      scroller.current
        ?.querySelector<HTMLElement>(`[data-key="${CSS.escape(row.node.key)}"]`)
        ?.focus()
    })
  }
  const fold = useCallback((key: string, closed: boolean) => {
    setFolded((now) => new Map(now).set(key, closed))
  }, [])
  function go(index: number) {
    const node = rows[index]?.node
    if (!node) return
    if (node.look === 'section') store.getState().goTo(node.section)
    else store.getState().select(node.place, 'form')
    onGo?.()
  }

  // The rows keep one handler, so that a row is drawn again only when it shows something else.
  const latestGo = useRef(go)
  useLayoutEffect(() => {
    latestGo.current = go
  })
  const goTo = useCallback((index: number) => latestGo.current(index), [])

  function onKeyDown(event: KeyboardEvent) {
    const row = rows[active]
    if (!row || event.altKey || event.ctrlKey || event.metaKey) return
    const open = row.node.children.length > 0 && !isClosed(row.node.key)
    const moves: Record<string, () => void> = {
      ArrowDown: () => focusRow(active + 1),
      ArrowUp: () => focusRow(active - 1),
      Home: () => focusRow(0),
      End: () => focusRow(rows.length - 1),
      ArrowRight: () => {
        if (open) focusRow(active + 1)
        else if (row.node.children.length > 0) fold(row.node.key, false)
      },
      ArrowLeft: () => {
        if (open) fold(row.node.key, true)
        else if (row.parent >= 0) focusRow(row.parent)
      },
      Enter: () => go(active),
      ' ': () => go(active),
    }
    const move = moves[event.key]
    if (!move) return
    event.preventDefault()
    move()
  }

  return (
    <nav aria-label="Outline" ref={scroller} className="h-full overflow-y-auto bg-panel px-2">
      <div
        role="tree"
        aria-label="Promise"
        onKeyDown={onKeyDown}
        className="relative"
        style={{ height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]
          if (!row) return null
          return (
            <OutlineItem
              key={row.node.key}
              node={row.node}
              level={row.level}
              index={index}
              top={start}
              selected={index === current}
              tabbable={index === active}
              open={row.node.children.length > 0 ? !isClosed(row.node.key) : undefined}
              tone={tones.get(index)}
              onGo={goTo}
              onFold={fold}
            />
          )
        })}
      </div>
    </nav>
  )
}
