'use client'

import { useDesignerStore } from '@/components/designer/use-designer'
import { usePlaceProps } from '@/components/designer/use-place-props'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/section-head'
import { PROMISE_FILE } from '@/lib/promise/files'
import { API } from '@/lib/promise/read'
import { type ApiView, storageVersion } from '@/lib/promise/view'

const AT = [...API, 'spec', 'conversion']

/** How a request of one version becomes one of another (kratix.md 95). */
export function ConversionCard({ api }: { readonly api: ApiView }) {
  const store = useDesignerStore()
  const at = usePlaceProps()
  const stored = storageVersion(api)?.name || 'the stored version'
  const webhook = api.conversion === 'Webhook'
  return (
    <Card
      title="Conversion"
      hint="between versions"
      actions={<Badge mono>{api.conversion || 'None'}</Badge>}
    >
      <div {...at(AT)} tabIndex={-1} className="rounded-md">
        {webhook ? (
          <p className="text-dim">
            The cluster asks a webhook of yours to write each request anew in another version. It
            has to run on the platform cluster before the first request in such a version.{' '}
            <Button
              variant="link"
              size="sm"
              onClick={() => store.getState().select({ file: PROMISE_FILE, path: AT }, 'form')}
            >
              show in the text
            </Button>
          </p>
        ) : (
          <p className="text-dim">
            Only <code className="text-text">apiVersion</code> is changed. Requests are stored in{' '}
            <code className="text-text">{stored}</code>: what its schema does not declare is dropped
            when they are written, whatever version people ask in. So give every version the same
            properties, or write a conversion webhook.
          </p>
        )}
      </div>
    </Card>
  )
}
