'use client'

import { RotateCcw } from 'lucide-react'
import { useMemo, useState } from 'react'
import { CodeEditor } from '@/components/code-editor'
import { useReadOnly } from '@/components/designer/use-designer'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/section-head'
import { Segmented } from '@/components/ui/segmented'
import { valueAt } from '@/lib/promise/path'
import { type ApiView, storageVersion } from '@/lib/promise/view'
import type { Judgement } from '@/lib/tryout/types'
import { RequestFormProvider } from './form-context'
import { RequestForm } from './request-form'
import { markersOf, type RequestText, useRequestActions } from './use-request'
import { useTryoutStore } from './use-tryout'

const SIDES = [
  { value: 'form', label: 'Form' },
  { value: 'yaml', label: 'YAML' },
] as const

export interface RequestCardProps {
  readonly api: ApiView
  readonly request: RequestText
  readonly judgement: Judgement | undefined
  /** There is room for the form and the YAML side by side. */
  readonly wide: boolean
}

/** The request: a form and its YAML, both of one text. */
export function RequestCard({
  api,
  request,
  judgement,
  wide,
}: RequestCardProps): React.ReactElement {
  const store = useTryoutStore()
  const readOnly = useReadOnly()
  const actions = useRequestActions(request, judgement)
  const markers = useMemo(() => markersOf(request, judgement), [request, judgement])
  const [side, setSide] = useState<'form' | 'yaml'>('form')
  const name = String(valueAt(request.value, ['apiVersion']) ?? '')
    .split('/')
    .at(-1)
  const version = api.versions.find((one) => one.name === name && one.served) ?? storageVersion(api)
  const { write, edit, undo, redo } = store.getState()
  return (
    <Card
      title="Request"
      hint={<code>{api.kind}</code>}
      actions={
        <>
          {request.isExample ? (
            <span className="text-faint text-sm">the example of the repository</span>
          ) : (
            <Button
              size="sm"
              variant="ghost"
              disabled={readOnly}
              icon={<RotateCcw size={14} aria-hidden />}
              onClick={() => write(undefined)}
            >
              Back to the example
            </Button>
          )}
          {wide ? null : (
            <Segmented
              label="Request as"
              size="sm"
              options={SIDES}
              value={side}
              onChange={setSide}
            />
          )}
        </>
      }
    >
      <div className={wide ? 'grid grid-cols-2 gap-4' : ''}>
        {wide || side === 'form' ? (
          <section aria-label="Request form" data-wrap-messages className="min-w-0">
            {request.broken === undefined && version ? (
              <RequestFormProvider value={actions}>
                <RequestForm api={api} version={version} value={request.value} />
              </RequestFormProvider>
            ) : (
              <Banner tone="warning">
                The YAML cannot be read: {request.broken ?? 'the API has no version'} Mend it, and
                the form is back.
              </Banner>
            )}
          </section>
        ) : null}
        {wide || side === 'yaml' ? (
          <section aria-label="Request YAML" className="min-w-0">
            <div className="h-[420px] overflow-hidden rounded-lg border border-line bg-code">
              <CodeEditor
                compact
                path="try-it/request.yaml"
                text={request.text}
                language="yaml"
                label="Request as YAML"
                readOnly={readOnly}
                markers={markers}
                onEdit={edit}
                onUndo={undo}
                onRedo={redo}
              />
            </div>
            <p className="pt-1 text-faint text-xs">
              What you write below <code>status</code> stands for what an earlier run has left.
            </p>
          </section>
        ) : null}
      </div>
    </Card>
  )
}
