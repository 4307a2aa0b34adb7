'use client'

import { useMemo, useState } from 'react'
import { CopyButton } from '@/components/ui/copy-button'
import { Card } from '@/components/ui/section-head'
import { SelectField } from '@/components/ui/select-field'
import { Switch } from '@/components/ui/switch'
import type { ApiVersionView, ApiView } from '@/lib/promise/view'
import { explain, explainedFields, showsStatus } from '@/lib/schema/explain'
import { STATUS_OF } from '@/lib/schema/served-schema'
import { Terminal } from './terminal'

/** More than these nobody looks through in a list. */
const MOST = 1_000

export interface ExplainCardProps {
  readonly api: ApiView
  readonly version: ApiVersionView
}

/** What `kubectl explain` prints, of the whole or of one field. */
export function ExplainCard({ api, version }: ExplainCardProps) {
  const [field, setField] = useState('spec')
  const [recursive, setRecursive] = useState(false)
  const fields = useMemo(
    () =>
      explainedFields(version.schema)
        .slice(0, MOST)
        .map((names) => names.join('.')),
    [version.schema],
  )
  const shown = fields.includes(field) ? field : ''
  const options = useMemo(
    () => ({ field: shown === '' ? [] : shown.split('.'), recursive }),
    [shown, recursive],
  )
  const output = useMemo(() => {
    const asked = { group: api.group, version: version.name, kind: api.kind }
    return explain(asked, version.schema, options) ?? ''
  }, [api, version, options])
  const path = [api.plural, ...(shown === '' ? [] : [shown])].join('.')
  const command = `kubectl explain ${path}${recursive ? ' --recursive' : ''}`
  return (
    <Card title="Explained" actions={<CopyButton text={output} what="the explanation" />}>
      <div className="mb-2 flex flex-wrap items-end gap-x-4 gap-y-2">
        <SelectField
          label="Field"
          mono
          reserve={0}
          className="w-72 max-w-full"
          value={shown}
          options={[
            { value: '', label: api.plural },
            ...fields.map((one) => ({ value: one, label: `${api.plural}.${one}` })),
          ]}
          onChange={setField}
        />
        <Switch
          label="recursive"
          className="pb-[5px]"
          checked={recursive}
          onChange={setRecursive}
        />
      </div>
      <Terminal command={command} output={output} />
      {showsStatus(options) ? (
        <p className="mt-1.5 text-faint text-sm">
          The status is that of Kratix {STATUS_OF}; a newer one has more fields.
        </p>
      ) : null}
    </Card>
  )
}
