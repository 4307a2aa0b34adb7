'use client'

import { useRouter } from 'next/navigation'
import { createDraft } from '@/components/home/create-draft'
import { useDraftStorage } from '@/components/home/draft-storage'
import { reasonOf } from '@/components/home/use-opening'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import { useDesigner, useDesignerStore } from './use-designer'
import { useDownloadDraft } from './use-download-draft'

/** What is done here is not in the storage: why, and what can be done about it. */
export function SaveBanner() {
  const store = useDesignerStore()
  const storage = useDraftStorage()
  const router = useRouter()
  const toast = useToast()
  const download = useDownloadDraft()
  const save = useDesigner((state) => state.save)
  if (save.state !== 'failed') return null

  async function keep() {
    try {
      const id = await createDraft(storage, store.getState().files)
      router.push(`/designer/?draft=${id}`)
    } catch (error) {
      toast({ text: reasonOf(error) })
    }
  }
  return (
    <Banner
      tone="error"
      className="mx-4 mt-3 pane:mx-6"
      actions={
        <>
          <Button size="sm" onClick={download}>
            Save to a file
          </Button>
          {save.elsewhere ? (
            <Button size="sm" onClick={() => void keep()}>
              Keep mine as a new draft
            </Button>
          ) : (
            <Button size="sm" onClick={() => void store.getState().flush()}>
              Try again
            </Button>
          )}
        </>
      }
    >
      Not saved: {save.reason}
      {save.elsewhere ? null : (
        <span className="block text-dim">
          Your work is on this page alone. You can go on, and save it to a file before you leave.
        </span>
      )}
    </Banner>
  )
}
