import clsx from 'clsx'
import { Check, ChevronRight, Minus } from 'lucide-react'
import { Badge } from '@/components/ui/badge'
import type { CrdField } from '@/lib/schema/crd'

/** Whether all, none or some of what a field holds is chosen; `undefined`: nothing can be. */
export type Checked = boolean | 'mixed' | undefined

interface FieldRowProps {
  readonly row: CrdField
  readonly open: boolean
  readonly checked: Checked
  readonly onCheck: () => void
}

/** A field: a tick for what can be offered, an arrow for what can be opened. */
export function FieldRow({ row, open, checked, onCheck }: FieldRowProps): React.ReactElement {
  const { name, depth, type, required, description, closed, children } = row
  return (
    <>
      <span className="shrink-0" style={{ width: depth * 16 }} />
      <span className="inline-flex size-4 shrink-0 items-center justify-center text-faint">
        {children.length > 0 ? (
          <ChevronRight size={14} aria-hidden className={open ? 'rotate-90' : ''} />
        ) : null}
      </span>
      {checked === undefined ? (
        <span className="w-4 shrink-0" />
      ) : (
        // The tree has the name and the keys of this; here is only where the mouse meets it.
        <span
          aria-hidden
          onClick={(event) => {
            event.stopPropagation()
            onCheck()
          }}
          className="-mx-1 inline-flex size-6 shrink-0 items-center justify-center"
        >
          <span
            className={clsx(
              'inline-flex size-4 items-center justify-center rounded-[4px] border',
              checked === false
                ? 'border-line2 bg-raised'
                : 'border-accent bg-accent text-on-accent',
            )}
          >
            {checked === true ? <Check size={12} aria-hidden /> : null}
            {checked === 'mixed' ? <Minus size={12} aria-hidden /> : null}
          </span>
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
