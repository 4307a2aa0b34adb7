'use client'

import type { ReactNode } from 'react'
import { useDesigner, useDesignerStore } from '@/components/designer/use-designer'
import { useShownVersion } from '@/components/designer/use-shown-version'
import { VersionSelect } from '@/components/designer/version-select'
import { Card } from '@/components/ui/section-head'
import { SortableList } from '@/components/ui/sortable-list'
import { moveColumn, removeColumn } from '@/lib/commands/set-column'
import { PROMISE_FILE } from '@/lib/promise/files'
import type { ApiVersionView, ApiView } from '@/lib/promise/view'
import { AddColumn } from './add-column'
import { ColumnRow } from './column-row'
import { ReplacedCard } from './replaced-card'
import { SelectableCard } from './selectable-card'
import { useItemIds } from './use-item-ids'

export interface ColumnsTabProps {
  readonly api: ApiView
  /** What `kubectl get` makes of the columns of a version. */
  readonly preview: (version: ApiVersionView) => ReactNode
}

/** What `kubectl get` shows of requests, and what they can be selected by. */
export function ColumnsTab({ api, preview }: ColumnsTabProps) {
  const [version, choose] = useShownVersion(api)
  if (!version)
    return <p className="text-dim">The API has no version whose columns could be shown.</p>
  const index = api.versions.indexOf(version)
  return (
    <>
      {api.versions.length > 1 ? (
        <VersionSelect
          api={api}
          label="Version"
          className="mb-3 w-52"
          index={index}
          onChange={choose}
        />
      ) : null}
      <Card title="Columns" hint={<code>kubectl get {api.plural}</code>}>
        <Columns version={version} index={index} />
        {preview(version)}
      </Card>
      <SelectableCard version={version} index={index} />
      <ReplacedCard version={version} />
    </>
  )
}

interface ColumnsProps {
  readonly version: ApiVersionView
  readonly index: number
}

function Columns({ version, index }: ColumnsProps) {
  const store = useDesignerStore()
  const stale = useDesigner((state) => state.reading.stale)
  const { run, select } = store.getState()
  const { columns, path } = version
  const list = [...path, 'additionalPrinterColumns']
  const focusName = (column: number) =>
    select({ file: PROMISE_FILE, path: [...list, column, 'name'] }, 'link')
  const ids = useItemIds(columns.length)
  const remove = (column: number) => {
    if (!run(removeColumn(index, column))) return
    ids.remove(column)
    if (columns.length > 1) focusName(Math.min(column, columns.length - 2))
    else select({ file: PROMISE_FILE, path: [...list, 'new'] }, 'link')
  }
  return (
    <>
      {columns.length === 0 ? (
        <p className="mb-2 max-w-[70ch] text-dim">
          Without a column of its own, a version shows those of Kratix: <code>message</code> and{' '}
          <code>status</code>. The first one that is added takes their place, unless they are
          written down with it.
        </p>
      ) : (
        <SortableList
          label="Columns"
          items={columns}
          getId={(column) => ids.of(columns.indexOf(column))}
          getLabel={({ name }) => name || 'column'}
          onMove={(from, to) => {
            if (run(moveColumn(index, from, to))) ids.move(from, to)
          }}
          disabled={stale}
          className="-mt-1 mb-2 divide-y divide-line"
          itemClassName="bg-raised"
          renderItem={(column, { index: at }) => (
            <ColumnRow
              version={version}
              versionIndex={index}
              column={column}
              index={at}
              onRemove={() => remove(at)}
            />
          )}
        />
      )}
      <AddColumn version={version} index={index} onAdded={focusName} />
    </>
  )
}
