'use client'

import {
  type Announcements,
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import {
  horizontalListSortingStrategy,
  rectSortingStrategy,
  SortableContext,
  sortableKeyboardCoordinates,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable'
import { type ReactNode, useId } from 'react'
import { useAnnounce } from './announcer'
import { type DragData, type DragList, useSortableGroup } from './sortable-group'
import { SortableRow, type SortableRowProps, type SortableState } from './sortable-row'

export interface SortableListProps<T> {
  /** Names the list. */
  readonly label: string
  readonly items: readonly T[]
  /** Stable while an item moves: not its index. */
  readonly getId: (item: T) => string
  /** What the item is called when it is read out. */
  readonly getLabel: (item: T) => string
  /** Move the item at `from` so that it stands at `to` in the resulting list. */
  readonly onMove: (from: number, to: number) => void
  /** Alt+arrow beyond an end, e.g. into the neighbouring pipeline. */
  readonly onLeave?: (index: number, direction: 'before' | 'after') => void
  /** Put `<DragHandle/>` somewhere in it. */
  readonly renderItem: (item: T, state: SortableState) => ReactNode
  /** `wrap`: in rows, as words are. */
  readonly orientation?: SortableRowProps['orientation']
  /** In a `SortableGroup`: how the lists around know this one. */
  readonly list?: DragList<T>
  readonly disabled?: boolean
  readonly className?: string
  readonly itemClassName?: string
}

const STRATEGIES = {
  vertical: verticalListSortingStrategy,
  horizontal: horizontalListSortingStrategy,
  wrap: rectSortingStrategy,
}

/**
 * A list whose items the user puts in order: by dragging a handle, by the handle and the arrow keys
 * (space picks up and drops), and by Alt+arrow anywhere in an item.
 */
export function SortableList<T>({
  label,
  items,
  getId,
  getLabel,
  onMove,
  onLeave,
  renderItem,
  orientation = 'vertical',
  list,
  disabled = false,
  className,
  itemClassName,
}: SortableListProps<T>) {
  const id = useId() // dnd-kit counts its own ids, which differ between server and browser
  const announce = useAnnounce()
  const group = useSortableGroup()
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const ids = items.map(getId)
  const indexOf = (one: string | number) => ids.indexOf(String(one))
  const nameOf = (one: string | number) => {
    const item = items[indexOf(one)]
    return item === undefined ? 'item' : getLabel(item)
  }
  const at = (index: number) => `place ${index + 1} of ${items.length}`

  const announcements: Announcements = {
    onDragStart: ({ active }) => `Picked up ${nameOf(active.id)}, ${at(indexOf(active.id))}.`,
    onDragOver: ({ active, over }) =>
      over ? `${nameOf(active.id)} is over ${at(indexOf(over.id))}.` : undefined,
    onDragEnd: ({ active, over }) =>
      over ? `${nameOf(active.id)} dropped at ${at(indexOf(over.id))}.` : undefined,
    onDragCancel: ({ active }) => `${nameOf(active.id)} is back where it was.`,
  }

  function step(index: number, by: -1 | 1) {
    const to = index + by
    const item = items[index]
    if (item === undefined) return
    if (to < 0 || to >= items.length) onLeave?.(index, by < 0 ? 'before' : 'after')
    else {
      onMove(index, to)
      announce(`${getLabel(item)} moved to ${at(to)}.`)
    }
  }

  const dragData = (item: T, index: number): DragData | undefined =>
    list && { list: list as DragList, index, label: getLabel(item), item }

  const sortable = (
    <SortableContext items={ids} disabled={disabled} strategy={STRATEGIES[orientation]}>
      <ul aria-label={label} className={className}>
        {items.map((item, index) => (
          <SortableRow
            key={getId(item)}
            id={getId(item)}
            label={getLabel(item)}
            index={index}
            data={dragData(item, index)}
            disabled={disabled}
            orientation={orientation}
            className={itemClassName}
            onStep={step}
          >
            {(state) => renderItem(item, state)}
          </SortableRow>
        ))}
      </ul>
    </SortableContext>
  )
  if (list && group) return sortable

  return (
    <DndContext
      id={id}
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={{ announcements }}
      onDragEnd={({ active, over }) => {
        if (over && active.id !== over.id) onMove(indexOf(active.id), indexOf(over.id))
      }}
    >
      {sortable}
    </DndContext>
  )
}
