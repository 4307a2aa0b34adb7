'use client'

import {
  type Active,
  type Announcements,
  type CollisionDetection,
  closestCenter,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  KeyboardSensor,
  type Over,
  PointerSensor,
  pointerWithin,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { sortableKeyboardCoordinates } from '@dnd-kit/sortable'
import clsx from 'clsx'
import { createContext, type ReactNode, useContext, useId, useState } from 'react'

/** A list as its items know it while one of them is dragged. */
export interface DragList<T = unknown> {
  readonly id: string
  /** What the list is called when it is read out. */
  readonly label: string
  /** Only items of one kind go from list to list. */
  readonly kind: string
  readonly count: number
  /** Move an own item so that it stands at `to` in the resulting list. */
  readonly onMove: (from: number, to: number) => void
  /** Put an item of another list before the one at `index`; the number of items is the end. */
  readonly onTake?: (item: T, index: number) => void
}

/** What dnd-kit keeps of an item, and of the end of a list (which has the index behind the last). */
export interface DragData {
  readonly list: DragList
  readonly index: number
  readonly label: string
  readonly item?: unknown
}

interface Group {
  /** Kind of the item that is being dragged. */
  readonly kind: string | undefined
}

const GroupContext = createContext<Group | undefined>(undefined)

/** The group around a list; `undefined` for a list that stands alone. */
export const useSortableGroup = (): Group | undefined => useContext(GroupContext)

const dataOf = (one: Active | Over | null): DragData | undefined =>
  one?.data.current as DragData | undefined

/** Lists between which items can be dragged: `SortableList`s with a `kind`, and {@link DropEnd}s. */
export function SortableGroup({ children }: { readonly children: ReactNode }): ReactNode {
  const id = useId() // dnd-kit counts its own ids, which differ between server and browser
  const [dragged, setDragged] = useState<DragData>()
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )

  function onDragEnd({ active, over }: DragEndEvent): void {
    setDragged(undefined)
    const [from, to] = [dataOf(active), dataOf(over)]
    if (!from || !to || active.id === over?.id) return
    if (from.list.id !== to.list.id) to.list.onTake?.(from.item, to.index)
    else from.list.onMove(from.index, Math.min(to.index, from.list.count - 1))
  }

  return (
    <GroupContext value={{ kind: dragged?.list.kind }}>
      <DndContext
        id={id}
        sensors={sensors}
        collisionDetection={underPointer}
        accessibility={{ announcements }}
        onDragStart={({ active }) => setDragged(dataOf(active))}
        onDragCancel={() => setDragged(undefined)}
        onDragEnd={onDragEnd}
      >
        {children}
        {/* What is dragged leaves its list, which may scroll and would cut it off. */}
        <DragOverlay dropAnimation={null}>
          {dragged ? (
            <span className="inline-block cursor-grabbing rounded-lg border border-accent bg-bg px-2.5 py-1.5 shadow-float">
              {dragged.label}
            </span>
          ) : null}
        </DragOverlay>
      </DndContext>
    </GroupContext>
  )
}

/** Pixels beside a place in which it is still meant. */
const NEAR = 48

/** What the pointer is over, or nearly; by keyboard what is nearest. */
const underPointer: CollisionDetection = (args) => {
  const { pointerCoordinates: at, droppableRects } = args
  if (!at) return closestCenter(args)
  const within = pointerWithin(args)
  if (within.length > 0) return within
  return closestCenter(args).filter(({ id }) => {
    const rect = droppableRects.get(id)
    if (!rect) return false
    const besideX = Math.max(rect.left - at.x, at.x - rect.right, 0)
    const besideY = Math.max(rect.top - at.y, at.y - rect.bottom, 0)
    return Math.hypot(besideX, besideY) <= NEAR
  })
}

const placeOf = ({ list, index }: DragData): string =>
  index < list.count ? `place ${index + 1} of ${list.label}` : `the end of ${list.label}`

const announcements: Announcements = {
  onDragStart: ({ active }) => {
    const from = dataOf(active)
    return from && `Picked up ${from.label}, ${placeOf(from)}.`
  },
  onDragOver: ({ active, over }) => {
    const [from, to] = [dataOf(active), dataOf(over)]
    return from && to && `${from.label} is over ${placeOf(to)}.`
  },
  onDragEnd: ({ active, over }) => {
    const [from, to] = [dataOf(active), dataOf(over)]
    return from && to && `${from.label} dropped at ${placeOf(to)}.`
  },
  onDragCancel: ({ active }) => `${dataOf(active)?.label ?? 'item'} is back where it was.`,
}

export interface DropEndProps<T> {
  readonly list: DragList<T>
  readonly disabled?: boolean
  readonly className?: string
  readonly children: ReactNode
}

/** The end of a list, also of an empty one, as a place where items can be dropped. */
export function DropEnd<T>(props: DropEndProps<T>): ReactNode {
  const { list, disabled = false, className, children } = props
  const group = useSortableGroup()
  const data: DragData = {
    list: list as DragList,
    index: list.count,
    label: `the end of ${list.label}`,
  }
  const open = !disabled && group?.kind === list.kind
  const { setNodeRef, isOver } = useDroppable({
    id: `${list.id} end`,
    data: { ...data },
    disabled: !open,
  })
  return (
    <div
      ref={setNodeRef}
      className={clsx('rounded-[10px]', className, open && DROP, open && isOver && OVER)}
    >
      {children}
    </div>
  )
}

const DROP = 'outline-dashed outline-1 outline-line2'
const OVER = 'bg-accent-bg! outline-accent! outline-2!'
