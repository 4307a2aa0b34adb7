'use client'

import { useCallback, useEffect } from 'react'
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
  // Now, while there is a network: it is most wanted when nothing more can be fetched.
  useEffect(() => {
    download.get().catch(() => undefined) // told when it is wanted
  }, [])
  return useCallback(() => {
    const run = async () => {
      const again = { duration: 60_000, action: { label: 'Try again', run: () => void run() } }
      let save: Awaited<ReturnType<typeof download.get>>
      try {
        save = await download.get()
      } catch {
        toast({ text: 'What writes the file cannot be loaded. Is the network there?', ...again })
        return
      }
      try {
        save(store.getState())
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        toast({ text: `The file cannot be written: ${reason}`, ...again })
      }
    }
    void run()
  }, [store, toast])
}
