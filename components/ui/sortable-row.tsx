'use client'

import { useSortable } from '@dnd-kit/sortable'
import clsx from 'clsx'
import { GripVertical } from 'lucide-react'
import { createContext, type KeyboardEvent, type ReactNode, useContext } from 'react'
import { type DragData, useSortableGroup } from './sortable-group'

export interface SortableState {
  readonly index: number
  readonly dragging: boolean
}

type Sortable = ReturnType<typeof useSortable>
interface Handle {
  readonly sortable: Pick<Sortable, 'setActivatorNodeRef' | 'listeners' | 'attributes'>
  readonly label: string
  readonly disabled: boolean
}
const HandleContext = createContext<Handle | undefined>(undefined)

export interface SortableRowProps {
  readonly id: string
  readonly label: string
  readonly index: number
  /** In a `SortableGroup`. */
  readonly data?: DragData
  readonly disabled: boolean
  readonly orientation: 'vertical' | 'horizontal' | 'wrap'
  readonly onStep: (index: number, by: -1 | 1) => void
  readonly className?: string
  readonly children: (state: SortableState) => ReactNode
}

/** A bar before the item, in the gap of eight pixels: what comes from another list goes there. */
const ENTERS =
  'relative before:absolute before:rounded-full before:bg-accent before:-inset-y-1 before:-left-1.5 before:w-1 max-pane:before:inset-x-0 max-pane:before:-top-1.5 max-pane:before:bottom-auto max-pane:before:h-1 max-pane:before:w-auto'

/** One item of a {@link SortableList}. */
export function SortableRow({
  id,
  label,
  index,
  data,
  disabled,
  orientation,
  onStep,
  className,
  children,
}: SortableRowProps) {
  const group = useSortableGroup()
  // Nothing can be dropped on an item of another kind.
  const foreign = data !== undefined && group?.kind !== undefined && group.kind !== data.list.kind
  const sortable = useSortable({
    id,
    ...(data && { data: { ...data } }),
    disabled: { draggable: disabled, droppable: disabled || foreign },
  })
  const { setNodeRef, transform, transition, isDragging, isOver, active } = sortable
  const from = active?.data.current as Partial<DragData> | undefined
  const enters = isOver && data !== undefined && from?.list?.id !== data.list.id
  const keys = orientation === 'vertical' ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight']

  function onKeyDown(event: KeyboardEvent) {
    const by = event.key === keys[0] ? -1 : event.key === keys[1] ? 1 : 0
    if (by === 0 || !event.altKey || disabled || event.defaultPrevented) return
    event.preventDefault() // Alt+Left would leave the page
    event.stopPropagation() // a list within a list moves its own items only
    onStep(index, by)
  }

  return (
    <HandleContext value={{ sortable, label, disabled }}>
      <li
        ref={setNodeRef}
        onKeyDown={onKeyDown}
        style={
          transform
            ? { transform: `translate(${transform.x}px, ${transform.y}px)`, transition }
            : { transition }
        }
        className={clsx(
          className,
          isDragging && (data ? 'opacity-40' : 'relative z-10 opacity-90 shadow-float'),
          enters && ENTERS,
        )}
      >
        {children({ index, dragging: isDragging })}
      </li>
    </HandleContext>
  )
}

/** The grip of the sortable item around it. Space picks it up, arrows move it, Escape lets go. */
export function DragHandle({ className }: { readonly className?: string }) {
  const handle = useContext(HandleContext)
  if (!handle) throw new Error('DragHandle stands outside of a SortableList')
  const { sortable, label, disabled } = handle
  return (
    <button
      type="button"
      ref={sortable.setActivatorNodeRef}
      {...sortable.attributes}
      {...sortable.listeners}
      disabled={disabled}
      aria-label={`Move ${label}`}
      className={clsx(
        'inline-flex size-6 shrink-0 cursor-grab touch-none items-center justify-center rounded-[4px] text-faint hover:bg-hover hover:text-text active:cursor-grabbing disabled:cursor-not-allowed disabled:opacity-40',
        className,
      )}
    >
      <GripVertical size={14} aria-hidden />
    </button>
  )
}
