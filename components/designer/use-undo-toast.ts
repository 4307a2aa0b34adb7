import { useCallback } from 'react'
import { useToast } from '@/components/ui/toast'
import { wayBack } from '@/lib/store/way-back'
import { useDesignerStore } from './use-designer'

/**
 * Gives a function that tells what the latest change of the design did, with the way back at hand:
 * to be called right after it. Once something else was changed the way back goes no more, and says so.
 */
export function useUndoToast(): (text: string, duration?: number) => void {
  const store = useDesignerStore()
  const toast = useToast()
  return useCallback(
    (text, duration) => {
      const back = wayBack(store)
      const run = (): void => {
        if (!back())
          toast({ text: 'Not undone: it is undone already, or other changes came after.' })
      }
      toast({
        text,
        action: { label: 'Undo', run },
        ...(duration === undefined ? {} : { duration }),
      })
    },
    [store, toast],
  )
}
