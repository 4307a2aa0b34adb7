'use client'

import { useMemo } from 'react'
import { valueAt } from '@/lib/promise/path'
import type { ApiVersionView, ApiView } from '@/lib/promise/view'
import { exampleFor } from '@/lib/schema/example'
import { exampleRequest } from '@/lib/schema/example-request'
import { resourceTable } from '@/lib/schema/resource-table'
import { Terminal } from './terminal'

export interface TablePreviewProps {
  readonly api: ApiView
  readonly version: ApiVersionView
}

/** What `kubectl get` prints of an example in this version. */
export function TablePreview({ api, version }: TablePreviewProps) {
  const wide = version.columns.some(({ priority }) => priority > 0)
  const request = useMemo(
    () =>
      exampleRequest(
        { group: api.group, version: version.name, kind: api.kind },
        exampleFor(valueAt(version.schema, ['properties', 'spec']), 'full'),
      ),
    [api, version],
  )
  return (
    <Terminal
      command={`kubectl get ${api.plural}${wide ? ' -o wide' : ''}`}
      output={resourceTable(version, request, { wide })}
      className="mt-3"
    />
  )
}
