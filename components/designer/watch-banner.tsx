'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { useDraftStorage } from '@/components/home/draft-storage'
import { reasonOf } from '@/components/home/use-opening'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import { randomId } from '@/lib/store/random-id'
import { useTakeOver } from './use-access'
import { useDesigner, useDesignerStore } from './use-designer'

/** Another tab changes this draft: what is seen here, and how to edit here. */
export function WatchBanner() {
  const watching = useDesigner((state) => state.watching)
  const unsaved = useDesigner((state) => state.save.state === 'failed')
  // What was not saved before another tab took over has a banner of its own, which comes first.
  return watching && !unsaved ? <Watching /> : null
}

function Watching() {
  const store = useDesignerStore()
  const storage = useDraftStorage()
  const takeOver = useTakeOver()
  const router = useRouter()
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const [refused, setRefused] = useState<string>()
  const asked = useRef(false)
  // The button goes away with the banner: the focus goes on to what can be edited now.
  useEffect(
    () => () => {
      if (asked.current) document.querySelector('main')?.focus()
    },
    [],
  )

  async function take(anyway: boolean) {
    setAsking(true)
    asked.current = true
    setRefused((await takeOver(anyway))?.refused)
    setAsking(false)
  }
  async function copy() {
    const { draft, reading } = store.getState()
    const id = randomId()
    try {
      const title = `Copy of ${reading.view.name || 'a Promise without a name'}`
      await storage.duplicate(draft.id, { id, title, at: Date.now() })
      router.push(`/designer/?draft=${id}`)
    } catch (error) {
      toast({ text: reasonOf(error) })
    }
  }
  return (
    <Banner
      tone={refused === undefined ? 'info' : 'warning'}
      className="mx-4 mt-3 pane:mx-6"
      actions={
        <>
          <Button size="sm" onClick={() => void copy()}>
            Edit a copy
          </Button>
          <Button
            size="sm"
            variant="primary"
            aria-disabled={asking}
            onClick={() => {
              if (!asking) void take(refused !== undefined)
            }}
          >
            {asking ? 'Taking over…' : refused === undefined ? 'Take over' : 'Take over anyway'}
          </Button>
        </>
      }
    >
      {refused === undefined
        ? 'Open for editing in another tab. Here you see what is saved there.'
        : `The other tab could not save what it holds: ${refused} Taking over goes on from what was saved before; the rest stays in that tab.`}
    </Banner>
  )
}
