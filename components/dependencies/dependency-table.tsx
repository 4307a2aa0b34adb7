'use client'

import { Trash2, TriangleAlert } from 'lucide-react'
import { Fragment } from 'react'
import { Badge } from '@/components/ui/badge'
import { IconButton } from '@/components/ui/icon-button'
import { displayBytes } from '@/lib/importers/limits'
import type { DependencyRow } from './use-dependencies'

export interface DependencyTableProps {
  readonly caption: string
  readonly rows: readonly DependencyRow[]
  readonly disabled: boolean
  readonly onOpen: (row: DependencyRow) => void
  readonly onRemove: (row: DependencyRow) => void
}

/** Kind, name, namespace and size of each object. */
export function DependencyTable(props: DependencyTableProps): React.ReactElement {
  const { caption, rows, disabled, onOpen, onRemove } = props
  return (
    <table className="w-full table-fixed border-collapse">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="h-[26px] border-line border-b text-left text-faint text-xs">
          <th scope="col" className="w-[34%] px-2 font-medium">
            Kind
          </th>
          <th scope="col" className="px-2 font-medium">
            Name
          </th>
          <th scope="col" className="w-[20%] px-2 font-medium max-pane:hidden">
            Namespace
          </th>
          <th scope="col" className="w-20 px-2 text-right font-medium">
            Size
          </th>
          <th scope="col" className="w-9">
            <span className="sr-only">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Fragment key={row.id}>
            <tr className="h-9 border-line border-t first:border-t-0 hover:bg-panel">
              <td className="truncate px-2">
                {row.kind ? (
                  <Badge shape="type" tone="accent">
                    {row.kind}
                  </Badge>
                ) : (
                  <Missing what="kind" />
                )}
              </td>
              <td className="truncate px-2">
                <button
                  type="button"
                  onClick={() => onOpen(row)}
                  title={row.problem ?? `Show ${row.name}`}
                  className="max-w-full truncate rounded-[4px] text-left font-medium font-mono text-sm hover:text-accent-text hover:underline"
                >
                  {row.name || <Missing what="name" />}
                </button>
              </td>
              <td className="truncate px-2 max-pane:hidden">
                {row.namespace ? (
                  <code>{row.namespace}</code>
                ) : (
                  <span className="text-faint">–</span>
                )}
              </td>
              <td className="px-2 text-right text-dim tabular-nums">{displayBytes(row.bytes)}</td>
              <td className="pr-1 text-right">
                <IconButton
                  size="sm"
                  danger
                  disabled={disabled}
                  label={`Remove ${row.kind} ${row.name}`}
                  icon={<Trash2 size={14} aria-hidden />}
                  onClick={() => onRemove(row)}
                />
              </td>
            </tr>
            {row.problem ? (
              <tr>
                <td colSpan={5} className="px-2 pb-2 text-amber text-sm">
                  <span className="flex items-start gap-1.5">
                    <TriangleAlert size={12} aria-hidden className="mt-0.5 shrink-0" />
                    {row.problem}
                  </span>
                </td>
              </tr>
            ) : null}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

function Missing({ what }: { readonly what: string }): React.ReactElement {
  return <span className="text-amber text-sm">no {what}</span>
}
