'use client'

import { useMemo } from 'react'
import { useDesigner } from '@/components/designer/use-designer'
import { useShell } from '@/components/designer/use-shell'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/section-head'
import { countFates, FATES, isImportReport } from '@/lib/importers/report'

/** Where the draft comes from, when it was opened and not made here. */
export function OpenedCard(): React.ReactElement | null {
  const stored = useDesigner((state) => state.draft.report)
  const { openReport } = useShell()
  const report = useMemo(() => (isImportReport(stored) ? stored : undefined), [stored])
  if (!report) return null
  const counts = countFates(report.items)
  const parts = FATES.filter((fate) => counts[fate] > 0).map(
    (fate) => `${counts[fate].toLocaleString('en')} ${fate}`,
  )
  return (
    <Card
      title="Opened"
      hint={<span className="break-all">{report.name}</span>}
      actions={
        <Button size="sm" onClick={openReport}>
          Show each file
        </Button>
      }
    >
      <p className="text-dim">Files: {parts.join(', ')}.</p>
    </Card>
  )
}
