import clsx from 'clsx'
import { Dot } from '@/components/ui/dot'
import type { PendingUpdate } from './use-updates'

export interface UpdateListProps {
  readonly updates: readonly PendingUpdate[]
  readonly selected: string
  readonly onSelect: (path: string) => void
}

/** The files that are behind, with what each still needs. */
export function UpdateList({ updates, selected, onSelect }: UpdateListProps) {
  return (
    <ul aria-label="Files to update" className="p-1.5">
      {updates.map((one) => {
        const { path } = one.update
        const cut = path.lastIndexOf('/') + 1
        return (
          <li key={path}>
            <button
              type="button"
              data-update={path}
              aria-current={path === selected}
              title={path}
              onClick={() => onSelect(path)}
              className={clsx(
                'flex w-full items-start gap-2 rounded-md px-2 py-1.5 text-left focus-visible:outline-offset-[-2px]',
                path === selected ? 'bg-accent-bg text-accent-text' : 'hover:bg-hover',
              )}
            >
              <span className="flex h-4 items-center">
                <Dot tone={one.open === 0 ? 'green' : 'amber'} />
              </span>
              <span className="min-w-0 flex-1">
                <span className="block truncate font-mono text-sm">{path.slice(cut)}</span>
                {cut > 0 ? (
                  <span dir="rtl" className="block truncate text-left text-dim text-xs">
                    <bdi>{path.slice(0, cut - 1)}</bdi>
                  </span>
                ) : null}
                <span className="block text-dim text-xs">{stateOf(one)}</span>
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}

/** What the file still needs, in a few words. */
export function stateOf({ resolution, conflicts, open }: PendingUpdate): string {
  if (!resolution) return 'not text'
  if (conflicts === 0) return 'fits together'
  if (open === 0) return 'all decided'
  return open === 1 ? '1 conflict' : `${open} conflicts`
}
