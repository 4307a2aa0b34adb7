'use client'

import { ListTree } from 'lucide-react'
import { useState } from 'react'
import { ColumnsTab } from '@/components/api-resource/columns-tab'
import { NamesTab } from '@/components/api-resource/names-tab'
import { VersionsTab } from '@/components/api-resource/versions-tab'
import { RequestTab } from '@/components/requester-view/request-tab'
import { TablePreview } from '@/components/requester-view/table-preview'
import { SchemaEditor } from '@/components/schema-editor/schema-editor'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { SectionHead } from '@/components/ui/section-head'
import { Tabs } from '@/components/ui/tabs'
import { addApi } from '@/lib/commands/add-api'
import { type ApiView, storageVersion } from '@/lib/promise/view'
import { type ApiTab, apiTabOf, startOfTab } from './api-tabs'
import { useDesigner, useDesignerStore, useReadOnly } from './use-designer'
import { useShell } from './use-shell'

/** The API of the Promise: what people may ask for, and all that stands around its schema. */
export function ApiSection(): React.ReactElement {
  const store = useDesignerStore()
  const api = useDesigner((state) => state.reading.view.api)
  const readOnly = useReadOnly()
  const [tab, choose] = useApiTab()
  const { openStart } = useShell()

  if (!api) {
    return (
      <>
        <SectionHead title="API" />
        <EmptyState
          icon={<ListTree size={20} aria-hidden />}
          action={
            <div className="flex flex-wrap justify-center gap-2">
              <Button disabled={readOnly} onClick={() => openStart('crd')}>
                Offer a custom resource
              </Button>
              <Button
                variant="primary"
                disabled={readOnly}
                onClick={() => store.getState().run(addApi())}
              >
                Add an API
              </Button>
            </div>
          }
        >
          This Promise offers no API: nobody can request anything from it. It only installs its
          dependencies and runs its promise workflow.
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <SectionHead title="API">
        <WhatPeopleAskFor api={api} />
      </SectionHead>
      <Tabs<ApiTab>
        label="Parts of the API"
        value={tab}
        onChange={choose}
        tabs={[
          { id: 'properties', label: 'Properties', content: <SchemaEditor /> },
          { id: 'names', label: 'Names', content: <NamesTab api={api} /> },
          { id: 'versions', label: 'Versions', content: <VersionsTab api={api} /> },
          {
            id: 'columns',
            label: 'Columns',
            content: (
              <ColumnsTab
                api={api}
                preview={(version) => <TablePreview api={api} version={version} />}
              />
            ),
          },
          { id: 'request', label: 'Request', content: <RequestTab api={api} /> },
        ]}
      />
    </>
  )
}

function WhatPeopleAskFor({ api }: { readonly api: ApiView }): React.ReactElement {
  const version = storageVersion(api)
  return (
    <>
      What people ask for: <code className="text-text">{api.kind || 'kind'}</code> in{' '}
      <code className="text-text">{[api.group, version?.name].filter(Boolean).join('/')}</code>, as{' '}
      <code className="text-text">kubectl get {api.plural}</code>
    </>
  )
}

/**
 * The tab that shows the selected place, so that a link, a problem, undo and the editor open it; it
 * stays while what is selected has no tab. To choose a tab is to select where it begins.
 */
function useApiTab(): readonly [ApiTab, (tab: ApiTab) => void] {
  const store = useDesignerStore()
  const found = apiTabOf(useDesigner((state) => state.place))
  const from = useDesigner((state) => state.placeFrom)
  const [shown, setShown] = useState<ApiTab>(found ?? 'properties')
  // The view of who asks is for watching while the text is written.
  const wanted = from === 'editor' && shown === 'request' ? shown : found
  if (wanted && wanted !== shown) setShown(wanted)
  return [
    wanted ?? shown,
    (tab) => {
      const { reading, select } = store.getState()
      const { api } = reading.view
      const stored = api && storageVersion(api)
      select(startOfTab(tab, stored ? api.versions.indexOf(stored) : 0), 'form')
    },
  ]
}
