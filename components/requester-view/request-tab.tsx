'use client'

import { useDeferredValue, useState } from 'react'
import { Card } from '@/components/ui/section-head'
import { SelectField } from '@/components/ui/select-field'
import { type ApiView, storageVersion } from '@/lib/promise/view'
import { ExampleCard } from './example-card'
import { ExplainCard } from './explain-card'
import { TablePreview } from './table-preview'

/** The API as who asks for something sees it. */
export function RequestTab({ api: latest }: { readonly api: ApiView }) {
  // What is typed elsewhere is painted first.
  const api = useDeferredValue(latest)
  const [chosen, setChosen] = useState<string>()
  const version = api.versions.find(({ name }) => name === chosen) ?? storageVersion(api)
  if (!version) return <p className="text-dim">The API has no version that could be asked for.</p>
  const served = api.versions.filter((one) => one.served)
  return (
    <>
      {served.length > 1 ? (
        <SelectField
          label="Version"
          mono
          reserve={0}
          className="mb-3 w-52"
          value={version.name}
          options={api.versions.map(({ name, served: is }) => ({
            value: name,
            label: is ? name : `${name} (not served)`,
            disabled: !is,
          }))}
          onChange={setChosen}
        />
      ) : null}
      {version.served ? null : (
        <p className="mb-3 text-amber">
          This version is not served: nobody can ask for anything in it.
        </p>
      )}
      <ExampleCard api={api} version={version} />
      <Card title="In a list" hint={<code>kubectl get {api.plural}</code>}>
        <p className="mb-2 text-dim">
          After the workflows have run; what the cluster fills in is made up here.
        </p>
        <TablePreview api={api} version={version} />
      </Card>
      <ExplainCard api={api} version={version} />
    </>
  )
}
