'use client'

import { useSortable } from '@dnd-kit/sortable'
import clsx from 'clsx'
import { ChevronRight, GripVertical } from 'lucide-react'
import { type KeyboardEvent, memo, type ReactElement } from 'react'
import { Switch } from '@/components/ui/switch'
import type { Severity } from '@/lib/diagnostics/diagnostic'
import { formatDefault } from '@/lib/schema/parse-default'
import { PropertyInspector } from './property-inspector'
import { PropertyMenu } from './property-menu'
import { PropertyName } from './property-name'
import { type PropertyRow, sameRow } from './rows'
import { TypeSelect } from './type-select'
import type { PropertyActions } from './use-property-actions'
import type { PropertyClipboard } from './use-property-clipboard'

export interface PropertyLineProps {
  readonly row: PropertyRow
  readonly selected: boolean
  /** Chosen, with others, for what is done to several. */
  readonly marked: boolean
  /** Shown only because a match of the search lies in it. */
  readonly aside: boolean
  /** What was searched for, where this matches; '' else. */
  readonly sought: string
  readonly closed: boolean
  readonly disabled: boolean
  /** The worst problem at this property, with its sentence. */
  readonly problem: { readonly severity: Severity; readonly message: string } | undefined
  readonly actions: PropertyActions
  readonly clipboard: PropertyClipboard
  readonly onMove: (rows: readonly PropertyRow[]) => void
}

const DIRECTIONS: Readonly<Record<string, 'up' | 'down' | 'out' | 'in'>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'out',
  ArrowRight: 'in',
}

export const COLUMNS =
  'grid grid-cols-[18px_minmax(132px,1.1fr)_104px_52px_minmax(64px,0.7fr)_minmax(0,1.2fr)_24px] items-center gap-x-2 px-2 max-pane:grid-cols-[18px_minmax(0,1fr)_100px_32px_24px]'

/** One property: the common things in a row, the rest below it while it is selected. */
export const PropertyLine = memo(Line, looksTheSame)

function Line(props: PropertyLineProps): ReactElement {
  const { row, selected, marked, aside, closed, disabled, problem, actions } = props
  const { property, id } = row
  const sortable = useSortable({ id, disabled })
  const { transform, transition, isDragging } = sortable

  const onKeyDown = (event: KeyboardEvent): void => {
    // Enter in the name shows what else the property can carry, also of an object.
    const inName = event.target instanceof HTMLElement && 'propertyName' in event.target.dataset
    if (event.key === 'Enter' && inName) actions.select(row)
    const direction = DIRECTIONS[event.key]
    if (!event.altKey || !direction || disabled || event.defaultPrevented) return
    event.preventDefault() // Alt+Left would leave the page
    actions.step(row, direction)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Alt+arrows anywhere in the row, beside its handle
    <div
      ref={sortable.setNodeRef}
      data-property={property.name}
      onKeyDown={onKeyDown}
      style={{
        transform: transform ? `translate(0, ${transform.y}px)` : undefined,
        transition,
      }}
      className={clsx('bg-bg', isDragging && 'relative z-10 rounded-lg opacity-90 shadow-float')}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a larger target for the pointer */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: by key the button "Details" does the same */}
      <div
        data-row={id}
        data-selected={selected || marked}
        onMouseDown={(event) => {
          // No text is to be selected from one marked row to the next.
          if (event.shiftKey || event.ctrlKey || event.metaKey) event.preventDefault()
        }}
        onClick={(event) => {
          if (event.shiftKey) actions.mark(row, 'range')
          else if (event.ctrlKey || event.metaKey) actions.mark(row, 'one')
          else actions.select(row)
        }}
        className={clsx(
          'group h-9 border',
          COLUMNS,
          aside && '[&_[data-property-name]]:font-normal [&_[data-property-name]]:text-faint',
          selected
            ? 'rounded-t-lg border-accent-line bg-accent-bg'
            : marked
              ? 'border-transparent border-b-accent-line bg-accent-bg'
              : 'border-transparent border-b-line hover:bg-panel',
          problem?.severity === 'error' && !selected && !marked && 'bg-red-bg hover:bg-red-bg',
        )}
      >
        <button
          type="button"
          ref={sortable.setActivatorNodeRef}
          {...sortable.attributes}
          {...sortable.listeners}
          disabled={disabled}
          aria-label={`Move ${property.name}${marked ? ', marked' : ''}`}
          className="inline-flex h-6 w-[18px] cursor-grab touch-none items-center justify-center rounded-[4px] text-faint hover:bg-hover hover:text-text active:cursor-grabbing"
        >
          <GripVertical size={14} aria-hidden />
        </button>
        <span className="flex min-w-0 items-center" style={{ paddingLeft: property.depth * 14 }}>
          <button
            type="button"
            aria-label={
              property.childrenPath
                ? `${closed ? 'Open' : 'Close'} ${property.name}`
                : `Details of ${property.name}`
            }
            aria-expanded={property.childrenPath ? !closed : selected}
            onClick={(event) => {
              event.stopPropagation()
              if (property.childrenPath) actions.toggle(row)
              else actions.select(row)
            }}
            className="inline-flex size-6 shrink-0 items-center justify-center rounded-[4px] text-faint hover:bg-hover hover:text-text"
          >
            <ChevronRight
              size={13}
              aria-hidden
              className={clsx(
                (property.childrenPath ? !closed : selected) && 'rotate-90',
                !property.childrenPath &&
                  'opacity-0 group-hover:opacity-100 group-focus-within:opacity-100',
              )}
            />
          </button>
          <PropertyName
            row={row}
            sought={props.sought}
            disabled={disabled}
            onRename={(name) => actions.rename(row, name)}
          />
        </span>
        <TypeSelect
          property={property}
          disabled={disabled}
          onChange={(shape) => actions.setType(row, shape)}
        />
        <Switch
          label={`${property.name} is required`}
          hideLabel
          checked={property.required}
          disabled={disabled}
          onChange={(required) => actions.setRequired(row, required)}
        />
        <code
          className={clsx(
            'truncate max-pane:hidden',
            property.default === undefined && 'text-faint',
          )}
        >
          {property.default === undefined ? '–' : formatDefault(property.default)}
        </code>
        <span
          className={clsx(
            'truncate max-pane:hidden',
            problem?.severity === 'error' ? 'text-red' : problem ? 'text-amber' : 'text-dim',
          )}
        >
          {problem?.message ?? property.description}
        </span>
        <PropertyMenu
          row={row}
          disabled={disabled}
          actions={actions}
          clipboard={props.clipboard}
          onMove={props.onMove}
        />
      </div>
      {selected ? <PropertyInspector property={property} disabled={disabled} /> : null}
    </div>
  )
}

/**
 * Rows are new objects after each key press; a line is drawn again only when what it shows is
 * another. What it does finds the row as it is by then ({@link PropertyActions}).
 */
function looksTheSame(before: PropertyLineProps, now: PropertyLineProps): boolean {
  return (
    before.selected === now.selected &&
    before.marked === now.marked &&
    before.aside === now.aside &&
    before.sought === now.sought &&
    before.closed === now.closed &&
    before.disabled === now.disabled &&
    before.actions === now.actions &&
    before.clipboard === now.clipboard &&
    before.problem?.severity === now.problem?.severity &&
    before.problem?.message === now.problem?.message &&
    sameRow(before.row, now.row)
  )
}
