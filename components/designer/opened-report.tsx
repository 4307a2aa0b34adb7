'use client'

import { useMemo } from 'react'
import { lazyDialog } from '@/components/ui/lazily'
import { isImportReport } from '@/lib/importers/report'
import { useDesigner } from './use-designer'

const ReportDialog = lazyDialog('The report', () =>
  import('@/components/import-report/report-dialog').then((module) => module.ReportDialog),
)

export interface OpenedReportProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** The import report of this draft, if it was opened and its report can be read. */
export function OpenedReport(props: OpenedReportProps) {
  const stored = useDesigner((state) => state.draft.report)
  const report = useMemo(() => (isImportReport(stored) ? stored : undefined), [stored])
  return report ? <ReportDialog report={report} {...props} /> : null
}
