import { useState } from 'react'
import { useToast } from '@/components/ui/toast'
import type { FixOutcome } from '@/lib/store/fix-each'
import { fixWords } from './fix-words'
import { useUndoToast } from './use-undo-toast'

/**
 * Gives a function that waits for a mend and tells what became of it. A fault of ours meets the
 * boundary of the region.
 */
export function useFix(): (mend: Promise<FixOutcome>, all: boolean) => void {
  const toast = useToast()
  const tell = useUndoToast()
  const [failed, setFailed] = useState<{ readonly error: unknown }>()
  if (failed) throw failed.error
  return (mend, all) => {
    const told = mend.then((outcome) => {
      const text = fixWords(outcome, all)
      if (text === undefined) return
      if (outcome.kind === 'fixed') tell(text)
      else toast({ text })
    })
    told.catch((error: unknown) => setFailed({ error }))
  }
}
