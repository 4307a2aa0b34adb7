'use client'

import { LoaderCircle } from 'lucide-react'
import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { memo, useEffect, useState } from 'react'
import { useDraftStorage } from '@/components/home/draft-storage'
import { Button } from '@/components/ui/button'
import { createDesigner, type DesignerStore } from '@/lib/store/designer'
import { browserAnalyst } from './browser-analyst'
import { Designer } from './designer'
import { DesignerProvider } from './use-designer'
import { KeptStatesProvider } from './use-kept-states'

type Loading =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly store: DesignerStore }
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
  const [loading, setLoading] = useState<Loading>({ state: 'loading' })

  useEffect(() => {
    let store: DesignerStore | undefined
    let left = false
    const load = async () => {
      const draft = id ? await storage.load(id) : undefined
      if (left) return
      if (!draft) return setLoading({ state: 'missing' })
      store = createDesigner({ draft, storage, analyst: browserAnalyst() })
      setLoading({ state: 'ready', store })
    }
    load().catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error)
      if (!left) setLoading({ state: 'failed', reason })
    })
    return () => {
      left = true
      const leaving = store
      leaving
        ?.getState()
        .flush()
        .finally(() => leaving.getState().stop())
    }
  }, [storage, id])

  if (loading.state === 'ready') {
    return (
      <DesignerProvider store={loading.store}>
        <KeptStatesProvider>
          <Designer />
        </KeptStatesProvider>
      </DesignerProvider>
    )
  }
  if (loading.state === 'loading') return <Opening />
  return (
    <main className="grid min-h-dvh place-items-center p-6 text-center">
      <div className="flex max-w-md flex-col items-center gap-2">
        <h1 className="font-semibold text-lg">
          {loading.state === 'missing'
            ? 'This draft is not in this browser'
            : 'This draft could not be read'}
        </h1>
        <p className="text-dim">
          {loading.state === 'missing'
            ? 'Drafts are kept in the browser that made them. It may have been deleted, or made elsewhere.'
            : loading.reason}
        </p>
        <Button asChild variant="primary" className="mt-2">
          <Link href="/">To your drafts</Link>
        </Button>
      </div>
    </main>
  )
})

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
