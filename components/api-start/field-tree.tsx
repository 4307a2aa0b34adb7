'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import clsx from 'clsx'
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import { TextField } from '@/components/ui/text-field'
import { type CrdField, hasUnfillable, valuesIn } from '@/lib/schema/crd'
import { type Checked, FieldRow } from './field-row'
import { countFields, fieldRows, labelOf } from './field-rows'

export interface FieldTreeProps {
  readonly kind: string
  readonly fields: readonly CrdField[]
  /** Paths, joined by a dot, of what is chosen. */
  readonly chosen: ReadonlySet<string>
  /** Takes these single values in, or out again. */
  readonly onChoose: (values: readonly CrdField[], on: boolean) => void
}

const ROW = 28
/** A tree up to this size is open from the start. */
const SMALL = 40
/** So many properties at most come of one tick: nobody reads a form of more. */
const MOST = 200

/**
 * The fields of a custom resource, with a search. One row takes part in the tab order: arrow keys
 * move, open and close, the space bar chooses: of an object, all single values in it.
 */
export function FieldTree({ kind, fields, chosen, onChoose }: FieldTreeProps): React.ReactElement {
  const id = useId()
  const total = useMemo(() => countFields(fields), [fields])
  const unfillable = useMemo(() => hasUnfillable(fields), [fields])
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
  const [tooMany, setTooMany] = useState('')
  const values = useMemo(() => new Map(rows.map((row) => [row, valuesIn(row)])), [rows])
  const checkedOf = (field: CrdField): Checked => {
    const all = values.get(field) ?? []
    const count = all.filter((one) => chosen.has(keyOf(one))).length
    if (all.length === 0) return undefined
    return count === all.length ? true : count > 0 ? 'mixed' : false
  }
  const choose = (field: CrdField): void => {
    setActive(keyOf(field))
    const all = values.get(field) ?? []
    const on = checkedOf(field) !== true
    const over = on && all.length > MOST
    setTooMany(
      over
        ? `${field.name} holds ${all.length} single values; at most ${MOST} are offered at once, so choose among them.`
        : '',
    )
    if (!over && all.length > 0) onChoose(all, on)
  }
  const activate = (field: CrdField): void => {
    setActive(keyOf(field))
    if (field.closed === undefined) choose(field)
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
      ' ': () => choose(row),
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
                aria-checked={checkedOf(row)}
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
                <FieldRow
                  row={row}
                  open={isOpen(row)}
                  checked={checkedOf(row)}
                  onCheck={() => choose(row)}
                />
              </div>
            )
          })}
        </div>
      </div>
      <p aria-live="polite" className={clsx('text-amber text-sm', tooMany === '' && 'sr-only')}>
        {tooMany}
      </p>
      {unfillable ? (
        <p className="text-faint text-sm">
          A list or a map cannot be offered, since each place in a template takes one single value:
          write it out in the step’s template, with such places in it, or fill it in with a step of
          your own program.
        </p>
      ) : null}
    </div>
  )
}

function keyOf({ path }: CrdField): string {
  return path.join('.')
}
