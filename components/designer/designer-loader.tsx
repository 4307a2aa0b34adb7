'use client'

import { LoaderCircle } from 'lucide-react'
import { useSearchParams } from 'next/navigation'
import { memo, type ReactNode, useEffect, useState } from 'react'
import { useDraftStorage } from '@/components/home/draft-storage'
import { useToast } from '@/components/ui/toast'
import { browserAccess } from '@/lib/store/access'
import type { DesignerStore } from '@/lib/store/designer'
import { type OpenDesign, openDesign } from '@/lib/store/open-design'
import { sectionOf } from '@/lib/store/section'
import { browserAnalyst } from './browser-analyst'
import { Designer } from './designer'
import { NoDraft } from './no-draft'
import { placeOf } from './place-hash'
import { RegionBoundary } from './region-boundary'
import { fetchForm } from './section-forms'
import { UnsettledDrafts } from './unsettled-drafts'
import { AccessProvider } from './use-access'
import { DesignerProvider } from './use-designer'
import { useDownload } from './use-download-draft'
import { KeptStatesProvider } from './use-kept-states'

type Loading =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly design: OpenDesign }
  | { readonly state: 'missing' }
  | { readonly state: 'failed'; readonly reason: string }

/** Opens the draft that `?draft=` names; another one when a link leads there. */
export function DesignerLoader() {
  const id = useSearchParams().get('draft')
  return <DraftLoader key={id} id={id} />
}

/** Its own component: the address also holds the place, which must not load the draft again. */
const DraftLoader = memo(function DraftLoader({ id }: { readonly id: string | null }) {
  const storage = useDraftStorage()
  const toast = useToast()
  const [loading, setLoading] = useState<Loading>({ state: 'loading' })

  useEffect(() => {
    let design: OpenDesign | undefined
    let left = false
    // Beside the draft, not after it.
    const place = placeOf(window.location.hash)
    fetchForm((place && sectionOf(place)) ?? 'overview')
    const load = async () => {
      design = id
        ? await openDesign({
            id,
            storage,
            port: browserAccess(),
            analyst: browserAnalyst,
            onRole: (role) => {
              if (role === 'owner') toast({ text: 'You can edit this draft here now' })
            },
            onFault: (reason, retry) =>
              toast({
                text: `What another tab saved cannot be read: ${reason}`,
                duration: 60_000,
                action: { label: 'Try again', run: retry },
              }),
          })
        : undefined
      if (left) await design?.close()
      else setLoading(design ? { state: 'ready', design } : { state: 'missing' })
    }
    load().catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error)
      if (!left) setLoading({ state: 'failed', reason })
    })
    return () => {
      left = true
      void design?.close()
    }
  }, [storage, id, toast])

  if (loading.state === 'loading') return <Opening />
  if (loading.state !== 'ready') {
    return <NoDraft id={id} reason={loading.state === 'failed' ? loading.reason : undefined} />
  }
  const { store, takeOver } = loading.design
  return (
    <DesignerProvider store={store}>
      <AccessProvider takeOver={takeOver}>
        <Rescued store={store}>
          <KeptStatesProvider>
            <UnsettledDrafts>
              <Designer />
            </UnsettledDrafts>
          </KeptStatesProvider>
        </Rescued>
      </AccessProvider>
    </DesignerProvider>
  )
})

/** The last boundary: whatever fails, the draft can be saved to a file. */
function Rescued({
  store,
  children,
}: {
  readonly store: DesignerStore
  readonly children: ReactNode
}) {
  return (
    <RegionBoundary region="The designer" onDownload={useDownload(store)}>
      {children}
    </RegionBoundary>
  )
}

/** What stands there until the draft does. */
export function Opening() {
  return (
    <main className="grid min-h-dvh place-items-center p-6 text-center">
      <p role="status" className="flex items-center gap-2 text-dim">
        <LoaderCircle size={16} aria-hidden className="animate-spin" /> Opening the draft…
      </p>
    </main>
  )
}
