'use client'

import { Dialog } from '@/components/ui/dialog'
import { lazily } from '@/components/ui/lazily'

const RulePage = lazily(
  'The pages of the rules',
  () => import('./rule-page').then((module) => module.RulePage),
  { loading: <p className="text-dim">Loading…</p>, whenIdle: false },
)

/** The page of the rule `code`. */
export function RuleDialog({
  code,
  onClose,
}: {
  readonly code: string | undefined
  readonly onClose: () => void
}) {
  return (
    <Dialog
      open={code !== undefined}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      title={`Rule ${code ?? ''}`}
    >
      {code === undefined ? null : <RulePage code={code} />}
    </Dialog>
  )
}
