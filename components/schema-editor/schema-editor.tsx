'use client'

import { ListTree } from 'lucide-react'
import { useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { useDesigner, useDesignerStore, useReadOnly } from '@/components/designer/use-designer'
import { useShownVersion } from '@/components/designer/use-shown-version'
import { EmptyState } from '@/components/ui/empty-state'
import { PROMISE_FILE } from '@/lib/promise/files'
import { propertiesOf, specPropertiesPath } from '@/lib/schema/properties'
import { AddProperty } from './add-property'
import { BesideSpec } from './beside-spec'
import { BulkBar } from './bulk-bar'
import { forgetGone, KeptDraftsContext } from './kept-drafts'
import { ListToolbar } from './list-toolbar'
import { MoveDialog } from './move-dialog'
import { PasteDialog, type Unusable } from './paste-dialog'
import { PropertyList } from './property-list'
import { type PropertyRow, rowAt } from './rows'
import { useListKeys } from './use-list-keys'
import { usePropertyActions } from './use-property-actions'
import { usePropertyClipboard } from './use-property-clipboard'
import { usePropertyRows } from './use-property-rows'

/** What people may say of what they ask for: the properties of `spec`. */
export function SchemaEditor(): React.ReactElement {
  const store = useDesignerStore()
  const view = useDesigner((state) => state.reading.view)
  const place = useDesigner((state) => state.place)
  const readOnly = useReadOnly()
  const [version] = useShownVersion(view.api)
  const properties = useMemo(
    () => (version ? propertiesOf(version.schema, version.schemaPath) : []),
    [version],
  )
  const list = usePropertyRows(properties)
  const actions = usePropertyActions(list)
  const parent = useMemo(() => specPropertiesPath(version ? version.schemaPath : []), [version])
  const [unusable, setUnusable] = useState<Unusable>()
  const clipboard = usePropertyClipboard({
    list,
    actions,
    parent,
    disabled: readOnly,
    onUnusable: (text, reason) => setUnusable({ text, reason }),
  })
  const onKeyDown = useListKeys(list, actions)
  const [moving, setMoving] = useState<readonly PropertyRow[]>([])
  const drafts = useContext(KeptDraftsContext)
  useEffect(() => {
    if (drafts && version) forgetGone(drafts, version.schema, version.schemaPath)
  }, [drafts, version])
  const { rows, marked, setFocus } = list
  const onFocused = useCallback(() => setFocus(undefined), [setFocus])
  const selected = place.file === PROMISE_FILE ? rowAt(rows, place.path) : undefined

  if (!view.api || !version) {
    return (
      <EmptyState icon={<ListTree size={20} aria-hidden />}>
        This API has no version yet, so it has no schema whose properties could stand here.
      </EmptyState>
    )
  }
  return (
    <>
      {marked.length > 0 ? (
        <BulkBar
          list={list}
          actions={actions}
          clipboard={clipboard}
          disabled={readOnly}
          onMove={() => setMoving(marked)}
        />
      ) : properties.length > 0 || view.api.versions.length > 1 ? (
        <ListToolbar
          list={list}
          selected={selected}
          onSelect={(row) => {
            actions.select(row)
            setFocus(row.property.path)
          }}
          api={view.api}
          version={version}
          onVersion={(index) => {
            const path = view.api?.versions[index]?.schemaPath
            if (path) store.getState().select({ file: PROMISE_FILE, path }, 'form')
          }}
        />
      ) : null}
      {properties.length === 0 ? (
        <p className="mt-2 rounded-lg border border-line bg-panel px-3 py-2.5 text-dim">
          People can ask for a {view.api.kind}, but not say what it should be like. Add the first
          property below.
        </p>
      ) : rows.length === 0 ? (
        <p className="rounded-lg border border-line bg-panel px-3 py-2.5 text-dim">
          No property is called “{list.query}”. Search by a name, or by a path such as{' '}
          <code>spec.db.port</code>.
        </p>
      ) : (
        <PropertyList
          list={list}
          disabled={readOnly}
          actions={actions}
          clipboard={clipboard}
          onMove={setMoving}
          onKeyDown={onKeyDown}
          onFocused={onFocused}
        />
      )}
      <AddProperty parent={parent} disabled={readOnly} />
      <BesideSpec version={version} />
      <PasteDialog unusable={unusable} onClose={() => setUnusable(undefined)} />
      <MoveDialog
        moving={moving}
        properties={properties}
        top={parent}
        onClose={() => setMoving([])}
        onMove={(goal) => {
          setMoving([])
          actions.moveAll(moving, goal)
        }}
      />
    </>
  )
}
