'use client'

import { ReportList } from '@/components/import-report/report-list'
import { Button } from '@/components/ui/button'
import { CopyLine } from '@/components/ui/copy-line'
import { Dialog } from '@/components/ui/dialog'
import { Dot } from '@/components/ui/dot'
import type { Diagnostic } from '@/lib/diagnostics/diagnostic'
import { ChoosePromise } from './choose-promise'
import type { OpeningActions } from './use-opening'

/** What the dialogs show and do. */
export type OpeningShown = Pick<OpeningActions, 'opening' | 'choose' | 'goOn' | 'dismiss'>

/** Why something could not be opened, which Promise of several, or what became of each file. */
export function OpeningDialogs({ opening, choose, goOn, dismiss }: OpeningShown) {
  const { state } = opening
  const dismissed = (open: boolean) => {
    if (!open) dismiss()
  }
  return (
    <>
      <Dialog
        open={state === 'refused' || state === 'failed'}
        onOpenChange={dismissed}
        title="This could not be opened"
        description={
          state === 'failed' ? opening.reason : 'Nothing was changed. What stands in the way:'
        }
        footer={
          <Button variant="primary" onClick={dismiss}>
            Close
          </Button>
        }
      >
        {state === 'refused' ? (
          <>
            <Problems of={opening.problems} />
            {opening.curl ? (
              <div className="mt-3">
                <p className="mb-1.5">Fetch it yourself, and drop the file on this page:</p>
                <CopyLine text={opening.curl} />
              </div>
            ) : null}
          </>
        ) : null}
      </Dialog>
      <ChoosePromise
        choices={state === 'choosing' ? opening.choices : undefined}
        onChoose={(promise) => {
          if (state === 'choosing') choose(opening.input, promise)
        }}
        onCancel={dismiss}
      />
      <Dialog
        size="lg"
        open={state === 'reported'}
        onOpenChange={dismissed}
        title={state === 'reported' ? `Open ${opening.opened.report.name}?` : ''}
        description="What becomes of each file. Nothing that is kept changes by a byte."
        footer={
          <>
            <Button onClick={dismiss}>Cancel</Button>
            <Button
              variant="primary"
              onClick={() => {
                if (state === 'reported') void goOn(opening.opened)
              }}
            >
              Open
            </Button>
          </>
        }
      >
        {state === 'reported' ? <ReportList report={opening.opened.report} /> : null}
      </Dialog>
    </>
  )
}

const TONES = { error: 'red', warning: 'amber', info: 'accent' } as const

function Problems({ of: problems }: { readonly of: readonly Diagnostic[] }) {
  return (
    <ul className="flex flex-col gap-1.5">
      {problems.map(({ severity, message, place }) => (
        <li key={`${place.file} ${message}`} className="flex gap-2.5">
          <Dot tone={TONES[severity]} label={severity} className="mt-1.5" />
          <span className="min-w-0 break-words">
            {message}
            {place.file ? <code className="block break-all text-faint">{place.file}</code> : null}
          </span>
        </li>
      ))}
    </ul>
  )
}
