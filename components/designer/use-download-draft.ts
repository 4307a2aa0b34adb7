'use client'

import { useCallback } from 'react'
import { code } from '@/components/ui/code'
import { useToast } from '@/components/ui/toast'
import type { DesignerStore } from '@/lib/store/designer'
import { useDesignerStore } from './use-designer'

const download = code(() => import('./download-draft').then((module) => module.downloadDraft))

/** Gives a function that saves the open draft to a file. */
export function useDownloadDraft(): () => void {
  return useDownload(useDesignerStore())
}

/** The same for the design of `store`, which may stand above the provider. */
export function useDownload(store: DesignerStore): () => void {
  const toast = useToast()
  return useCallback(() => {
    const run = () =>
      download.get().then(
        (save) => save(store.getState()),
        () =>
          toast({
            text: 'What writes the file cannot be loaded. Is the network there?',
            duration: 60_000,
            action: { label: 'Try again', run },
          }),
      )
    void run()
  }, [store, toast])
}
