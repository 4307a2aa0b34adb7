'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { Badge } from '@/components/ui/badge'
import type { OutlineRow } from '@/lib/schema/outline'

export interface PreviewListProps {
  readonly rows: readonly OutlineRow[]
  /** Names, joined by a dot, of what is there already. */
  readonly clashes: ReadonlySet<string>
}

const ROW = 28

/** What will be added, of which only the rows in sight are in the page. */
export function PreviewList({ rows, clashes }: PreviewListProps): React.ReactElement {
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    estimateSize: () => ROW,
    getScrollElement: () => scroller.current,
    overscan: 10,
  })
  return (
    <section
      ref={scroller}
      aria-label="Properties that will be added"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      className="min-h-0 flex-1 overflow-auto rounded-lg border border-line bg-panel"
    >
      <ul className="relative min-w-[420px]" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index]
          return row ? (
            <li
              key={item.key}
              aria-setsize={rows.length}
              aria-posinset={item.index + 1}
              className="absolute inset-x-0 top-0 flex items-center gap-2 px-2.5"
              style={{ height: ROW, transform: `translateY(${item.start}px)` }}
            >
              <Row row={row} taken={clashes.has(row.names.join('.'))} />
            </li>
          ) : null
        })}
      </ul>
    </section>
  )
}

function Row({ row, taken }: { readonly row: OutlineRow; readonly taken: boolean }) {
  const { names, depth, type, required, facts, schema } = row
  const description = typeof schema.description === 'string' ? schema.description : ''
  return (
    <>
      <span
        className={`min-w-0 shrink-0 truncate font-mono text-sm ${taken ? 'text-faint line-through' : 'font-medium'}`}
        style={{ paddingLeft: depth * 16, maxWidth: '50%' }}
        title={names.join('.')}
      >
        {names.at(-1)}
      </span>
      <Badge shape="type" tone="accent">
        {type}
      </Badge>
      {required ? <span className="text-amber text-xs">required</span> : null}
      {taken ? <span className="text-dim text-xs">is there already</span> : null}
      <code className="min-w-0 truncate text-dim text-xs" title={facts}>
        {facts}
      </code>
      <span className="min-w-0 flex-1 truncate text-faint text-sm" title={description}>
        {description}
      </span>
    </>
  )
}
