'use client'

import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { ImportReport } from '@/lib/importers/report'
import { ReportList } from './report-list'

export interface ReportDialogProps {
  readonly report: ImportReport
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** What became of the files when the draft was opened, to look at again. */
export function ReportDialog({
  report,
  open,
  onOpenChange,
}: ReportDialogProps): React.ReactElement {
  return (
    <Dialog
      size="lg"
      open={open}
      onOpenChange={onOpenChange}
      title={`What was opened: ${report.name}`}
      description="What became of each file at that time."
      footer={
        <Button variant="primary" onClick={() => onOpenChange(false)}>
          Close
        </Button>
      }
    >
      <ReportList report={report} />
    </Dialog>
  )
}
