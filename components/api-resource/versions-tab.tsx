'use client'

import { Layers, Plus } from 'lucide-react'
import { useDesignerStore, useReadOnly } from '@/components/designer/use-designer'
import { usePlaceProps } from '@/components/designer/use-place-props'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Card } from '@/components/ui/section-head'
import { addVersion } from '@/lib/commands/add-version'
import { copyVersion, nextVersionName } from '@/lib/commands/copy-version'
import { PROMISE_FILE } from '@/lib/promise/files'
import { API } from '@/lib/promise/read'
import type { ApiView } from '@/lib/promise/view'
import { ConversionCard } from './conversion-card'
import { VersionDifferences } from './version-differences'
import { VersionRow } from './version-row'

const VERSIONS = [...API, 'spec', 'versions']

/** The versions in which people may ask, and what becomes of a request between them. */
export function VersionsTab({ api }: { readonly api: ApiView }) {
  const store = useDesignerStore()
  const at = usePlaceProps()
  const readOnly = useReadOnly()
  const { run, select } = store.getState()
  const focusName = (index: number) =>
    select({ file: PROMISE_FILE, path: [...VERSIONS, index, 'name'] }, 'link')

  function copy(index: number) {
    const names = api.versions.map(({ name }) => name)
    const name = nextVersionName(api.versions[index]?.name ?? '', names)
    if (run(copyVersion(index, name))) focusName(index + 1)
  }

  if (api.versions.length === 0) {
    return (
      <EmptyState
        icon={<Layers size={20} aria-hidden />}
        action={
          <Button
            variant="primary"
            disabled={readOnly}
            onClick={() => run(addVersion('v1alpha1')) && focusName(0)}
          >
            Add a version
          </Button>
        }
      >
        An API needs a version: it holds the schema of what people may ask for.
      </EmptyState>
    )
  }
  const last = api.versions.length - 1
  return (
    <>
      <Card
        title="Versions"
        hint="each with a schema of its own"
        actions={
          <Button size="sm" icon={<Plus size={14} aria-hidden />} onClick={() => copy(last)}>
            New version
          </Button>
        }
      >
        <div data-place={at(VERSIONS)['data-place']} tabIndex={-1} className="outline-none">
          <ul aria-label="Versions" className="-my-1 divide-y divide-line">
            {api.versions.map((version, index) => (
              <VersionRow
                // biome-ignore lint/suspicious/noArrayIndexKey: the field stays while it is renamed
                key={index}
                api={api}
                version={version}
                index={index}
                onCopy={() => copy(index)}
                onRemoved={() => focusName(Math.max(0, index - 1))}
              />
            ))}
          </ul>
        </div>
      </Card>
      <p className="-mt-1 mb-3 text-faint text-sm">
        Exactly one version is stored. Kratix watches that one and hands every request to the
        workflows in it, whatever version people asked in. An installed Promise refuses to lose a
        version that was ever stored: stop serving it instead.
      </p>
      {api.versions.length > 1 ? <VersionDifferences api={api} /> : null}
      <ConversionCard api={api} />
    </>
  )
}
