'use client'

import type { ReactElement } from 'react'
import { useDesignerStore } from '@/components/designer/use-designer'
import { Button } from '@/components/ui/button'
import { PROMISE_FILE } from '@/lib/promise/files'
import { isRecord, valueAt } from '@/lib/promise/path'
import type { ApiVersionView } from '@/lib/promise/view'

/** Shown elsewhere: the rows, and what Kubernetes and Kratix say themselves. */
const KNOWN = new Set(['spec', 'status', 'metadata', 'apiVersion', 'kind'])

/** Says which properties the root of the schema has beside `spec`: the list does not show them. */
export function BesideSpec({ version }: { readonly version: ApiVersionView }): ReactElement | null {
  const store = useDesignerStore()
  const properties = valueAt(version.schema, ['properties'])
  const names = isRecord(properties)
    ? Object.keys(properties).filter((name) => !KNOWN.has(name))
    : []
  const [first] = names
  if (first === undefined) return null
  const path = [...version.schemaPath, 'properties', first]
  return (
    <p className="mt-1 px-3 text-faint text-sm">
      Beside <code>spec</code> the schema also has <code>{names.join(', ')}</code>, kept as{' '}
      {names.length === 1 ? 'it is' : 'they are'} in the text.{' '}
      <Button
        variant="link"
        size="sm"
        onClick={() => store.getState().select({ file: PROMISE_FILE, path }, 'form')}
      >
        show
      </Button>
    </p>
  )
}
