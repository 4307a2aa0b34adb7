'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useState } from 'react'
import type { PickedFile } from '@/components/ui/picked-files'
import type { Files } from '@/lib/promise/files'
import { createDraft } from './create-draft'
import { useDraftStorage } from './draft-storage'
import { type Opened, openFiles, openText } from './open-input'

/** What the page shows of an attempt to open something. */
export type Opening =
  | { readonly state: 'idle' }
  | { readonly state: 'reading' }
  | { readonly state: 'refused'; readonly result: Opened & { ok: false } }
  /** Read, with notes that the user should see before going on. */
  | { readonly state: 'noted'; readonly result: Opened & { ok: true } }
  | { readonly state: 'failed'; readonly reason: string }

export interface OpeningActions {
  readonly opening: Opening
  readonly open: (picked: readonly PickedFile[] | Promise<readonly PickedFile[]>) => void
  readonly paste: (text: string) => void
  /** Makes a draft of `files` and goes to it. */
  readonly goOn: (files: Files) => Promise<void>
  readonly dismiss: () => void
}

/** Opens files, a folder, a zip or pasted YAML as a new draft. */
export function useOpening(): OpeningActions {
  const storage = useDraftStorage()
  const router = useRouter()
  const [opening, setOpening] = useState<Opening>({ state: 'idle' })

  const goOn = useCallback(
    async (files: Files) => {
      try {
        const id = await createDraft(storage, files)
        router.push(`/designer/?draft=${id}`)
      } catch (error) {
        setOpening({ state: 'failed', reason: reasonOf(error) })
      }
    },
    [storage, router],
  )
  const take = useCallback(
    async (read: () => Promise<Opened>) => {
      setOpening({ state: 'reading' })
      try {
        const result = await read()
        if (!result.ok) setOpening({ state: 'refused', result })
        else if (result.notes.length > 0) setOpening({ state: 'noted', result })
        else await goOn(result.files)
      } catch (error) {
        setOpening({ state: 'failed', reason: reasonOf(error) })
      }
    },
    [goOn],
  )

  return {
    opening,
    goOn,
    open: useCallback((picked) => void take(async () => openFiles(await picked)), [take]),
    paste: useCallback((text) => void take(() => openText(text)), [take]),
    dismiss: useCallback(() => setOpening({ state: 'idle' }), []),
  }
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
