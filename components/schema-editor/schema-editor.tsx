'use client'

import { ListTree } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import { useDesigner, useReadOnly } from '@/components/designer/use-designer'
import { EmptyState } from '@/components/ui/empty-state'
import type { Path } from '@/lib/promise/path'
import { storageVersion } from '@/lib/promise/view'
import { propertiesOf, specPropertiesPath } from '@/lib/schema/properties'
import { AddProperty } from './add-property'
import { PropertyList } from './property-list'
import { rowsOf } from './rows'
import { usePropertyActions } from './use-property-actions'

/** What people may say of what they ask for: the properties of `spec`. */
export function SchemaEditor(): React.ReactElement {
  const view = useDesigner((state) => state.reading.view)
  const readOnly = useReadOnly()
  const version = view.api && storageVersion(view.api)
  const properties = useMemo(
    () => (version ? propertiesOf(version.schema, version.schemaPath) : []),
    [version],
  )
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [focus, setFocus] = useState<Path>()
  const rows = useMemo(() => rowsOf(properties, closed), [properties, closed])
  const toggle = useCallback((id: string) => setClosed((now) => flipped(now, id)), [])
  const open = useCallback((id: string) => setClosed((now) => without(now, id)), [])
  const onFocused = useCallback(() => setFocus(undefined), [])
  const actions = usePropertyActions({ rows, toggle, open, focus: setFocus })

  if (!view.api || !version) {
    return (
      <EmptyState icon={<ListTree size={20} aria-hidden />}>
        This API has no version yet, so it has no schema whose properties could stand here.
      </EmptyState>
    )
  }
  return (
    <>
      {rows.length === 0 ? (
        <p className="rounded-lg border border-line bg-panel px-3 py-2.5 text-dim">
          People can ask for a {view.api.kind}, but not say what it should be like. Add the first
          property below.
        </p>
      ) : (
        <PropertyList
          rows={rows}
          closed={closed}
          disabled={readOnly}
          actions={actions}
          focus={focus}
          onFocused={onFocused}
        />
      )}
      <AddProperty parent={specPropertiesPath(version.schemaPath)} disabled={readOnly} />
    </>
  )
}

function flipped(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return set.has(id) ? without(set, id) : new Set([...set, id])
}

function without(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set([...set].filter((one) => one !== id))
}
