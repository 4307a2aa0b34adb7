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
  SortableContext,
  sortableKeyboardCoordinates,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable'
import { memo, type ReactElement, useId } from 'react'

export interface PropertyDragProps {
  /** Ids of the rows, in order; the same array while they are the same. */
  readonly ids: string[]
  /** What a screen reader calls a row. */
  readonly nameOf: (id: string) => string
  /** The row that is being dragged, `undefined` when it was let go. */
  readonly onDrag: (id: string | undefined) => void
  readonly onDrop: (id: string, over: string) => void
  /** An element that stays the same: what changes in it comes by context. */
  readonly children: ReactElement
}

/**
 * Dragging of rows by pointer and keys. Draws itself, and with it every row, only when the rows are
 * others: a key press in a field must not.
 */
export const PropertyDrag = memo(function PropertyDrag(props: PropertyDragProps): ReactElement {
  const { ids, nameOf, onDrag, onDrop, children } = props
  const id = useId()
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const name = (one: string | number): string => nameOf(String(one))
  const announcements: Announcements = {
    onDragStart: ({ active }) => `Picked up ${name(active.id)}.`,
    onDragOver: ({ active, over }) =>
      over ? `${name(active.id)} is over ${name(over.id)}.` : undefined,
    onDragEnd: ({ active, over }) =>
      over ? `${name(active.id)} dropped on ${name(over.id)}.` : undefined,
    onDragCancel: ({ active }) => `${name(active.id)} is back where it was.`,
  }
  return (
    <DndContext
      id={id}
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={{ announcements }}
      onDragStart={({ active }) => onDrag(String(active.id))}
      onDragCancel={() => onDrag(undefined)}
      onDragEnd={({ active, over }) => {
        onDrag(undefined)
        if (over) onDrop(String(active.id), String(over.id))
      }}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        {children}
      </SortableContext>
    </DndContext>
  )
})
