'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import clsx from 'clsx'
import { Check, ChevronRight } from 'lucide-react'
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { TextField } from '@/components/ui/text-field'
import type { CrdField } from '@/lib/schema/crd'
import { countFields, fieldRows } from './field-rows'

export interface FieldTreeProps {
  readonly kind: string
  readonly fields: readonly CrdField[]
  /** Paths, joined by a dot, of what is chosen. */
  readonly chosen: ReadonlySet<string>
  readonly onToggle: (field: CrdField) => void
}

const ROW = 28
/** A tree up to this size is open from the start. */
const SMALL = 40

/**
 * The fields of a custom resource, with a search. One row takes part in the tab order: arrow keys
 * move, open and close, the space bar chooses.
 */
export function FieldTree({ kind, fields, chosen, onToggle }: FieldTreeProps): React.ReactElement {
  const id = useId()
  const total = useMemo(() => countFields(fields), [fields])
  const [query, setQuery] = useState('')
  const [flipped, setFlipped] = useState<ReadonlySet<string>>(new Set())
  const rows = useMemo(() => {
    const isOpen = (field: CrdField) => flipped.has(keyOf(field)) !== total <= SMALL
    return fieldRows(fields, isOpen, query)
  }, [fields, flipped, query, total])
  const [active, setActive] = useState('')
  const at = Math.max(
    0,
    rows.findIndex((row) => keyOf(row) === active),
  )
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    estimateSize: () => ROW,
    getScrollElement: () => scroller.current,
    overscan: 12,
  })

  const go = (index: number): void => {
    const row = rows[Math.min(Math.max(index, 0), rows.length - 1)]
    if (!row) return
    setActive(keyOf(row))
    virtual.scrollToIndex(rows.indexOf(row))
  }
  const flip = (field: CrdField): void => {
    const next = new Set(flipped)
    if (!next.delete(keyOf(field))) next.add(keyOf(field))
    setFlipped(next)
  }
  const isOpen = (field: CrdField): boolean =>
    query.trim() !== '' || flipped.has(keyOf(field)) !== total <= SMALL
  const activate = (field: CrdField): void => {
    setActive(keyOf(field))
    if (field.closed === undefined) onToggle(field)
    else if (field.children.length > 0) flip(field)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[at]
    if (!row || event.altKey || event.ctrlKey || event.metaKey) return
    const parent = row.children.length > 0
    const moves: Record<string, (() => void) | undefined> = {
      ArrowDown: () => go(at + 1),
      ArrowUp: () => go(at - 1),
      Home: () => go(0),
      End: () => go(rows.length - 1),
      PageDown: () => go(at + 10),
      PageUp: () => go(at - 10),
      ArrowRight: () => (parent && !isOpen(row) ? flip(row) : go(at + 1)),
      ArrowLeft: () =>
        parent && isOpen(row) && query === ''
          ? flip(row)
          : go(rows.slice(0, at).findLastIndex((other) => other.depth < row.depth)),
      Enter: () => activate(row),
      ' ': () => activate(row),
    }
    const move = moves[event.key]
    if (!move) return
    event.preventDefault()
    move()
  }

  return (
    <div className="flex min-h-0 flex-1 flex-col gap-1.5">
      <TextField
        label={`Search the fields of ${kind}`}
        value={query}
        reserve={0}
        placeholder={`${total} fields`}
        onChange={setQuery}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
          event.preventDefault()
          go(0)
          scroller.current?.focus()
        }}
      />
      <div
        ref={scroller}
        role="tree"
        aria-label={`Fields of ${kind}`}
        aria-multiselectable
        tabIndex={0}
        aria-activedescendant={rows[at] ? `${id}-${keyOf(rows[at])}` : undefined}
        onKeyDown={onKeyDown}
        className="group min-h-40 flex-1 overflow-auto rounded-lg border border-line bg-panel focus-visible:outline-2 focus-visible:outline-ring"
      >
        {rows.length === 0 ? (
          <p className="px-3 py-2 text-dim">
            {total === 0 ? `${kind} describes no fields.` : 'No field is called that.'}
          </p>
        ) : null}
        <div role="presentation" className="relative" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index]
            if (!row) return null
            const key = keyOf(row)
            return (
              <div
                key={key}
                id={`${id}-${key}`}
                role="treeitem"
                aria-level={row.depth + 1}
                aria-label={labelOf(row)}
                aria-checked={row.closed === undefined ? chosen.has(key) : undefined}
                aria-expanded={row.children.length > 0 ? isOpen(row) : undefined}
                aria-disabled={
                  row.closed !== undefined && row.children.length === 0 ? true : undefined
                }
                tabIndex={-1}
                onClick={() => activate(row)}
                onKeyDown={() => undefined}
                title={row.description}
                className={clsx(
                  'absolute inset-x-0 top-0 flex cursor-default items-center gap-2 px-2 hover:bg-hover',
                  item.index === at && 'group-focus-visible:bg-accent-bg',
                )}
                style={{ height: ROW, transform: `translateY(${item.start}px)` }}
              >
                <FieldRow row={row} open={isOpen(row)} checked={chosen.has(key)} />
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}

interface FieldRowProps {
  readonly row: CrdField
  readonly open: boolean
  readonly checked: boolean
}

function FieldRow({ row, open, checked }: FieldRowProps): React.ReactElement {
  const { name, depth, type, required, description, closed, children } = row
  return (
    <>
      <span className="shrink-0" style={{ width: depth * 16 }} />
      {closed === undefined ? (
        <span
          className={clsx(
            'inline-flex size-4 shrink-0 items-center justify-center rounded-[4px] border',
            checked ? 'border-accent bg-accent text-on-accent' : 'border-line2 bg-raised',
          )}
        >
          {checked ? <Check size={12} aria-hidden /> : null}
        </span>
      ) : (
        <span className="inline-flex size-4 shrink-0 items-center justify-center text-faint">
          {children.length > 0 ? (
            <ChevronRight size={14} aria-hidden className={open ? 'rotate-90' : ''} />
          ) : null}
        </span>
      )}
      <span
        className={clsx(
          'max-w-[50%] shrink-0 truncate font-mono text-sm',
          closed !== undefined && children.length === 0 ? 'text-faint' : 'font-medium',
        )}
      >
        {name}
      </span>
      <Badge shape="type" tone="accent">
        {type}
      </Badge>
      {required ? <span className="shrink-0 text-amber text-xs">required</span> : null}
      {closed !== undefined && children.length === 0 ? (
        <span className="shrink-0 text-dim text-xs">{closed}</span>
      ) : null}
      <span className="min-w-0 flex-1 truncate text-faint text-sm">{description}</span>
    </>
  )
}

function labelOf({ path, type, required, closed, children }: CrdField): string {
  const why = closed !== undefined && children.length === 0 ? `, ${closed}` : ''
  return `${path.join('.')}, ${type}${required ? ', required' : ''}${why}`
}

function keyOf({ path }: CrdField): string {
  return path.join('.')
}
