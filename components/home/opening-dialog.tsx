'use client'

import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Dot } from '@/components/ui/dot'
import type { Diagnostic } from '@/lib/diagnostics/diagnostic'
import type { OpeningActions } from './use-opening'

/** Why something could not be opened, or what to know about it before going on. */
export function OpeningDialog({ opening, goOn, dismiss }: OpeningActions) {
  const refused = opening.state === 'refused'
  const noted = opening.state === 'noted' ? opening.result : undefined
  return (
    <Dialog
      open={refused || noted !== undefined || opening.state === 'failed'}
      onOpenChange={(open) => {
        if (!open) dismiss()
      }}
      title={noted ? `${noted.files.size} files are ready to open` : 'This could not be opened'}
      description={
        opening.state === 'failed'
          ? opening.reason
          : noted
            ? 'Please note:'
            : 'Nothing was changed. What stands in the way:'
      }
      footer={
        noted ? (
          <>
            <Button onClick={dismiss}>Cancel</Button>
            <Button variant="primary" onClick={() => void goOn(noted.files)}>
              Open
            </Button>
          </>
        ) : (
          <Button variant="primary" onClick={dismiss}>
            Close
          </Button>
        )
      }
    >
      {refused ? <Notes of={opening.result.problems} /> : noted ? <Notes of={noted.notes} /> : null}
    </Dialog>
  )
}

const TONES = { error: 'red', warning: 'amber', info: 'accent' } as const

function Notes({ of: notes }: { readonly of: readonly Diagnostic[] }) {
  return (
    <ul className="flex flex-col gap-1.5">
      {notes.map(({ severity, message, place }) => (
        <li key={`${place.file} ${message}`} className="flex gap-2.5">
          <Dot tone={TONES[severity]} label={severity} className="mt-1.5" />
          <span className="min-w-0">
            {message}
            {place.file ? <code className="block break-all text-faint">{place.file}</code> : null}
          </span>
        </li>
      ))}
    </ul>
  )
}
