'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { fetchWhenIdle, whenQuiet } from '@/components/ui/code'
import { Logo } from '@/components/ui/logo'
import { pickedFromDrop } from '@/components/ui/picked-files'
import { ThemeMenu } from '@/components/ui/theme-menu'
import { useFileDrag } from '@/components/ui/use-file-drag'
import { DraftList } from './draft-list'
import { dropOptions } from './drop-options'
import { OpeningDialog } from './lazy-opening-dialog'
import { NewPromiseForm } from './new-promise-form'
import { OpenCard } from './open-card'
import { useOpening } from './use-opening'

/** Begin a Promise, open one, or go on with a draft. Needs a DraftStorageProvider. */
export function Home() {
  const opening = useOpening()
  const router = useRouter()
  useEffect(() => {
    // What comes next, whichever way: the designer.
    whenQuiet(() => router.prefetch('/designer/'))
    fetchWhenIdle()
  }, [router])
  const over = useFileDrag((transfer) => opening.open(pickedFromDrop(transfer, dropOptions)))
  return (
    <>
      <header className="flex h-12 items-center gap-2.5 border-line border-b bg-raised px-3.5">
        <Logo />
        <span className="font-semibold text-md">Promise Designer</span>
        <span className="flex-1" />
        <ThemeMenu />
      </header>
      <main className="mx-auto max-w-[1072px] px-4 pt-9 pb-16 sm:pt-11">
        <h1 className="font-semibold text-xl tracking-tight">Design a Kratix Promise</h1>
        <p className="mt-0.5 text-[15px] text-dim leading-6">
          Forms and live YAML. Download a repository that builds. Your work stays in this browser.
        </p>
        <div className="mt-6 grid gap-3.5 pane:grid-cols-[1.25fr_1fr]">
          <NewPromiseForm />
          <OpenCard
            busy={opening.opening.state === 'reading'}
            onStop={opening.opening.state === 'reading' ? opening.opening.stop : undefined}
            over={over}
            onOpen={opening.open}
            onPaste={opening.paste}
            onFetch={opening.fetch}
          />
        </div>
        <DraftList />
      </main>
      <OpeningDialog {...opening} />
    </>
  )
}
