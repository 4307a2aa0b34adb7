'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import clsx from 'clsx'
import {
  createContext,
  type KeyboardEvent,
  type ReactElement,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { keyOf } from '@/components/designer/outline-tree'
import { useDesigner } from '@/components/designer/use-designer'
import { PROMISE_FILE } from '@/lib/promise/files'
import { isWithin, type Path, pathToString, samePath } from '@/lib/promise/path'
import type { Problem } from '@/lib/store/analysis'
import { markOf } from './marks'
import { PropertyDrag } from './property-drag'
import { COLUMNS, PropertyLine } from './property-line'
import { dropTarget, type PropertyRow, rowAt } from './rows'
import type { PropertyActions } from './use-property-actions'
import type { PropertyClipboard } from './use-property-clipboard'
import type { PropertyRows } from './use-property-rows'

export interface PropertyListProps {
  readonly list: PropertyRows
  readonly disabled: boolean
  readonly actions: PropertyActions
  readonly clipboard: PropertyClipboard
  /** Opens the choice of an object to move these into; the same between renders. */
  readonly onMove: (rows: readonly PropertyRow[]) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  /** The name that wanted the focus has it. */
  readonly onFocused: () => void
}

const ROW = 36
const rowHeight = (): number => ROW

interface Shown extends PropertyListProps {
  readonly dragged: string | undefined
}

// Rows reach the list by context, past the area for dragging, which stays as it is while they type.
const ShownContext = createContext<Shown | undefined>(undefined)
const shownRows = <Rows />

/**
 * The properties, of which only those in sight are in the page, however many there are. A row is
 * dragged by its handle onto another: among its siblings it takes that place, elsewhere it moves
 * into the object of that row.
 */
export function PropertyList(props: PropertyListProps): ReactElement {
  const { list, actions } = props
  const { rows } = list
  const [dragged, setDragged] = useState<string>()
  const latest = useRef(rows)
  useLayoutEffect(() => {
    latest.current = rows
  })
  const find = useCallback((id: string) => latest.current.find((row) => row.id === id), [])
  const nameOf = useCallback((id: string) => find(id)?.property.name ?? 'property', [find])
  const onDrop = useCallback(
    (id: string, over: string) => {
      const [moved, onto] = [find(id), find(over)]
      const target = moved && onto && dropTarget(moved, onto)
      if (moved && target) actions.move(moved, target)
    },
    [find, actions],
  )

  return (
    <section aria-label="Properties" onKeyDown={props.onKeyDown}>
      <div className={clsx('h-[26px] border-line border-b text-faint text-xs', COLUMNS)}>
        <span />
        <span className="pl-6">Name</span>
        <span>Type</span>
        <span className="max-pane:-mx-2 max-pane:text-center">Required</span>
        <span className="max-pane:hidden">Default</span>
        <span className="max-pane:hidden">Description</span>
        <span />
      </div>
      <ShownContext value={{ ...props, dragged }}>
        <PropertyDrag ids={useIds(rows)} nameOf={nameOf} onDrag={setDragged} onDrop={onDrop}>
          {shownRows}
        </PropertyDrag>
      </ShownContext>
    </section>
  )
}

function Rows(): ReactElement | null {
  const shown = useContext(ShownContext)
  return shown ? <VirtualRows {...shown} /> : null
}

function VirtualRows(props: Shown): ReactElement {
  const { list: properties, disabled, actions, clipboard, onMove, onFocused, dragged } = props
  const { rows, closed, found, query, marks, focus } = properties
  const list = useRef<HTMLDivElement>(null)
  const place = useDesigner((state) => state.place)
  const from = useDesigner((state) => state.placeFrom)
  const selections = useDesigner((state) => state.selections)
  const problems = useDesigner((state) => state.problems)
  const selected = place.file === PROMISE_FILE ? rowAt(rows, place.path) : undefined
  const margin = useOffset(list)

  const ids = useIds(rows)
  // The same functions while the rows are the same, or the place of each would be counted anew.
  const getItemKey = useCallback((index: number) => ids[index] ?? index, [ids])
  const virtual = useVirtualizer({
    count: rows.length,
    estimateSize: rowHeight,
    getItemKey,
    getScrollElement: () => list.current?.closest('main') ?? null,
    scrollMargin: margin,
    overscan: 8,
  })

  useEffect(() => {
    if (!focus) return
    const index = rows.findIndex((row) => samePath(row.property.path, focus))
    if (index < 0) return
    virtual.scrollToIndex(index)
    // The row may have to be mounted first.
    const frame = requestAnimationFrame(() => {
      if (focusName(list.current, focus)) onFocused()
    })
    return () => cancelAnimationFrame(frame)
  }, [focus, rows, virtual, onFocused])

  // A selection from elsewhere (text, problem, undo) brings its row into sight; a problem and a link
  // also move the focus there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each selection
  useEffect(() => {
    if (from === 'form' || !selected) return
    virtual.scrollToIndex(rows.indexOf(selected), { align: 'auto' })
    if (from !== 'problem' && from !== 'link') return
    const frame = requestAnimationFrame(() => {
      if (!focusField(list.current, place.path, selected.property.path)) {
        focusName(list.current, selected.property.path)
      }
    })
    return () => cancelAnimationFrame(frame)
  }, [selections])

  return (
    <div ref={list} className="relative" style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map((item) => {
        const row = rows[item.index]
        return row ? (
          <div
            key={item.key}
            ref={virtual.measureElement}
            data-index={item.index}
            data-path={pathToString(row.property.path)}
            className={clsx('absolute inset-x-0 top-0', row === selected && 'z-[1]')}
            style={{ transform: `translateY(${item.start - margin}px)` }}
          >
            <PropertyLine
              row={row}
              selected={row === selected && dragged === undefined && marks.keys.size === 0}
              marked={marks.keys.has(markOf(row))}
              aside={found !== undefined && !found.matches.has(row.property)}
              sought={found?.matches.has(row.property) ? query : ''}
              closed={found === undefined && closed.has(row.id)}
              disabled={disabled}
              problem={problemAt(problems, row)}
              actions={actions}
              clipboard={clipboard}
              onMove={onMove}
            />
          </div>
        ) : null
      })}
    </div>
  )
}

/** Puts the cursor into the field of a keyword of the property, or of what is around `place` in it. */
function focusField(list: HTMLElement | null, place: Path, property: Path): boolean {
  for (let length = place.length; length > property.length; length--) {
    const key = CSS.escape(keyOf(place.slice(0, length)))
    const control = list?.querySelector<HTMLElement>(`[data-place="${key}"]`)
    if (!control) continue
    control.scrollIntoView({ block: 'nearest' })
    control.focus({ preventScroll: true })
    return true
  }
  return false
}

/** Puts the cursor into the name of the property at `path`; true when its row is in the page. */
function focusName(list: HTMLElement | null, path: Path): boolean {
  const row = list?.querySelector(`[data-path="${CSS.escape(pathToString(path))}"]`)
  const input = row?.querySelector<HTMLInputElement>('[data-property-name]')
  input?.focus()
  input?.select()
  return input != null
}

/** The worst problem of a row: those of its children are shown at the children. */
function problemAt(problems: readonly Problem[], row: PropertyRow): Problem | undefined {
  const { path, childrenPath } = row.property
  const here = problems.filter(
    ({ place }) =>
      place.file === PROMISE_FILE &&
      isWithin(place.path, path) &&
      !(
        childrenPath &&
        place.path.length > childrenPath.length &&
        isWithin(place.path, childrenPath)
      ),
  )
  return here.find((problem) => problem.severity === 'error') ?? here[0]
}

/** The ids of the rows; the same list while they are the same, or every row would be drawn again. */
function useIds(rows: readonly PropertyRow[]): string[] {
  const ids = rows.map((row) => row.id)
  const [kept, setKept] = useState(ids)
  if (kept.length === ids.length && kept.every((id, i) => id === ids[i])) return kept
  setKept(ids)
  return ids
}

/** How far below the top of its scroller an element begins, in pixels. */
function useOffset(element: React.RefObject<HTMLElement | null>): number {
  const [offset, setOffset] = useState(0)
  // After every render: what stands above may change any time.
  useLayoutEffect(() => {
    const scroller = element.current?.closest('main')
    if (!element.current || !scroller) return
    const top =
      element.current.getBoundingClientRect().top -
      scroller.getBoundingClientRect().top +
      scroller.scrollTop
    if (Math.abs(top - offset) > 0.5) setOffset(top)
  })
  return offset
}
