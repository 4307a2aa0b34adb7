import { useState } from 'react'
import { useToast } from '@/components/ui/toast'
import type { FixOutcome } from '@/lib/store/fix-each'
import { fixWords } from './fix-words'
import { useDesignerStore } from './use-designer'

/**
 * Gives a function that waits for a mend and tells what became of it. A fault of ours meets the
 * boundary of the region.
 */
export function useFix(): (mend: Promise<FixOutcome>, all: boolean) => void {
  const store = useDesignerStore()
  const toast = useToast()
  const [failed, setFailed] = useState<{ readonly error: unknown }>()
  if (failed) throw failed.error
  return (mend, all) => {
    const told = mend.then((outcome) => {
      const text = fixWords(outcome, all)
      const { undo } = store.getState()
      const action = outcome.kind === 'fixed' ? { action: { label: 'Undo', run: undo } } : {}
      if (text !== undefined) toast({ text, ...action })
    })
    told.catch((error: unknown) => setFailed({ error }))
  }
}
