'use client'

import { useDesignerStore } from '@/components/designer/use-designer'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/section-head'
import { PROMISE_FILE } from '@/lib/promise/files'
import { type ApiView, storageVersion } from '@/lib/promise/view'

const NAMES = ['spec', 'api', 'spec', 'names', 'kind']

/** What people ask for, in short; its names are changed where the API is. */
export function ApiCard({ api }: { readonly api: ApiView }) {
  const store = useDesignerStore()
  const version = storageVersion(api)
  const facts = [
    ['Kind', api.kind],
    ['Group and version', [api.group, version?.name].filter(Boolean).join('/')],
    ['Plural', api.plural],
    ['CRD name', api.crdName],
  ] as const
  return (
    <Card
      title="API"
      hint="what people ask for"
      actions={
        <Button
          size="sm"
          onClick={() => store.getState().select({ file: PROMISE_FILE, path: NAMES }, 'link')}
        >
          Change names
        </Button>
      }
    >
      <dl className="grid gap-x-[18px] gap-y-2 sm:grid-cols-2">
        {facts.map(([word, value]) => (
          <div key={word} className="min-w-0">
            <dt className="text-dim text-sm">{word}</dt>
            <dd className="break-all font-mono">{value || '–'}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
