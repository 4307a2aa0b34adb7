'use client'

import { useEffect, useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { withCode } from './with-code'

/** What the page of a rule says; `docs/rules` holds the pages. */
export interface RulePage {
  readonly severity: string
  readonly trigger: string
  readonly why: string
  readonly cure: string
  readonly authority: string
}

const PARTS = [
  ['trigger', 'When'],
  ['why', 'Why'],
  ['cure', 'Cure'],
  ['authority', 'By whom'],
] as const

/** The page of the rule `code`, read from what came with this page: nothing is fetched elsewhere. */
export function RuleDialog({
  code,
  onClose,
}: {
  readonly code: string | undefined
  readonly onClose: () => void
}) {
  const [pages, setPages] = useState<Readonly<Record<string, RulePage>>>()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (code === undefined || pages) return
    import('./rule-pages.json').then(
      (module) => setPages(module.default),
      () => setFailed(true), // the connection went while the page was open
    )
  }, [code, pages])
  const page = code === undefined ? undefined : pages?.[code]
  return (
    <Dialog
      open={code !== undefined}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      title={`Rule ${code ?? ''}`}
    >
      {page ? (
        <dl className="grid gap-3 pb-1">
          {PARTS.map(([part, heading]) => (
            <div key={part}>
              <dt className="font-medium text-dim text-sm">{heading}</dt>
              <dd className="mt-0.5 break-words">{withCode(page[part])}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="text-dim">
          {failed ? 'The pages of the rules cannot be loaded now.' : 'Loading…'}
        </p>
      )}
    </Dialog>
  )
}
