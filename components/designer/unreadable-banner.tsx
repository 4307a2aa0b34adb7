'use client'

import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import type { Diagnostic } from '@/lib/diagnostics/diagnostic'
import { promiseFiles } from '@/lib/layout/places'
import { useDesigner, useDesignerStore } from './use-designer'
import { useShell } from './use-shell'

export interface UnreadableBannerProps {
  readonly fault: Diagnostic
  /** Closes the dialog in which it stands, so that the place can be seen. */
  readonly onGo: () => void
}

/** Why the repository cannot be handed over now, with the way to what is wrong. */
export function UnreadableBanner({ fault, onGo }: UnreadableBannerProps) {
  const store = useDesignerStore()
  const shell = useShell()
  const cause = useDesigner(({ problems, files }) =>
    problems.find(
      ({ severity, place }) => severity === 'error' && promiseFiles(files).includes(place.file),
    ),
  )
  return (
    <Banner
      tone="error"
      className="mb-2"
      actions={
        <Button
          size="sm"
          onClick={() => {
            onGo()
            store.getState().select(cause?.place ?? fault.place, 'problem', cause?.range)
            if (!shell.wide) shell.show('files')
          }}
        >
          Show the fault
        </Button>
      }
    >
      {fault.message} Without those files this is not the whole repository, so it is not handed
      over: they would be taken for removed. Mend the text first.
    </Banner>
  )
}
