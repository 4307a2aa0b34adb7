'use client'

import { lazyDialog, type Opened } from '@/components/ui/lazily'
import type { OpeningShown } from './opening-dialog'

const Loaded = lazyDialog<OpeningShown & Opened>('What was opened', () =>
  import('./opening-dialog').then((module) => module.OpeningDialogs),
)

/** Why something could not be opened, which Promise of several, or what became of each file. */
export function OpeningDialog({ opening, choose, goOn, dismiss }: OpeningShown) {
  const { state } = opening
  return (
    <Loaded
      {...{ opening, choose, goOn, dismiss }}
      open={state !== 'idle' && state !== 'reading'}
      onOpenChange={dismiss}
    />
  )
}
