'use client'

import { useDesigner, useDesignerStore } from '@/components/designer/use-designer'
import { useShell } from '@/components/designer/use-shell'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { mergeGenerated, mergeOf, type Update } from '@/lib/commands/merge-generated'

export interface UpdateBannerProps {
  readonly update: Update
  /** Called when the banner goes away with its button: the focus wants a new place. */
  readonly onMerged: () => void
}

/** Says that what is generated for the open file has changed since the user edited it. */
export function UpdateBanner({ update, onMerged }: UpdateBannerProps) {
  const store = useDesignerStore()
  const { openReview } = useShell()
  const mine = useDesigner((state) => state.files.get(update.path))
  const fits = mine && mergeOf(mine, update)?.text !== undefined
  return (
    <Banner
      tone="warning"
      className="mx-2 my-1.5 shrink-0"
      actions={
        <>
          {fits ? (
            <Button
              size="sm"
              onClick={() => {
                if (store.getState().run(mergeGenerated([update]))) onMerged()
              }}
            >
              Merge
            </Button>
          ) : null}
          <Button size="sm" onClick={() => openReview(update.path)}>
            Review
          </Button>
        </>
      }
    >
      {fits
        ? 'What is generated for this file has changed since you edited it. Both fit together.'
        : 'What is generated for this file has changed in lines that you changed, too.'}
    </Banner>
  )
}
