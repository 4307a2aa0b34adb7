'use client'

import { useDesigner, useDesignerStore } from '@/components/designer/use-designer'
import { usePlaceProps } from '@/components/designer/use-place-props'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/section-head'
import { setField } from '@/lib/commands/set-field'
import { PROMISE_FILE } from '@/lib/promise/files'
import { type Path, valueAt } from '@/lib/promise/path'
import type { ApiVersionView } from '@/lib/promise/view'

/** What Kratix puts in the place of what is written here (kratix.md 2.5.3). */
export function ReplacedCard({ version }: { readonly version: ApiVersionView }) {
  const store = useDesignerStore()
  const at = usePlaceProps()
  const value = useDesigner((state) => state.reading.document)?.value()
  const parts: readonly { readonly what: string; readonly path: Path; readonly why: string }[] = [
    {
      what: 'status schema',
      path: [...version.schemaPath, 'properties', 'status'],
      why: 'Kratix writes its own: message, conditions and what the workflows report.',
    },
    {
      what: 'scale',
      path: [...version.path, 'subresources', 'scale'],
      why: 'Kratix leaves the status as the only subresource, so requests cannot be scaled.',
    },
  ]
  return (
    <Card title="What Kratix replaces" hint="in every version">
      <ul aria-label="What Kratix replaces" className="divide-y divide-line">
        {parts.map(({ what, path, why }) => {
          const there = valueAt(value, path) !== undefined
          return (
            <li
              key={what}
              data-place={at(path)['data-place']}
              tabIndex={-1}
              className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-1.5"
            >
              <span className="w-28 font-medium">{what}</span>
              <span className="min-w-40 flex-1 text-dim">{why}</span>
              {there ? (
                <>
                  <span className="text-amber text-sm">written here, and lost</span>
                  <Button
                    size="sm"
                    onClick={() => {
                      const label = `Remove the ${what}`
                      store.getState().run(setField(PROMISE_FILE, path, undefined, label))
                    }}
                  >
                    Remove the {what}
                  </Button>
                </>
              ) : (
                <span className="text-faint text-sm">nothing to write</span>
              )}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
