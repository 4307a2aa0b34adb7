'use client'

import { useEffect, useRef, useState } from 'react'
import {
  saveWhatIsKept,
  useDraftStorage,
  useKeptStates,
  useKeptStatesStore,
} from '@/components/designer/use-kept-states'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { SnapshotSummary } from '@/lib/store/drafts'
import { KEPT_DOWNLOADS } from '@/lib/store/snapshots'
import { KeepForm } from './keep-form'
import { StateRow } from './state-row'
import { named } from './state-words'

export interface StatesTabProps {
  readonly onCompare: (id: string) => void
  readonly onGoBack: (state: SnapshotSummary) => void
}

interface Removed {
  readonly state: SnapshotSummary
  readonly back: () => Promise<void>
}

/** The states that are kept, latest first: compare, go back, delete. */
export function StatesTab({ onCompare, onGoBack }: StatesTabProps) {
  const store = useKeptStatesStore()
  const list = useKeptStates((state) => state.list)
  const fault = useKeptStates((state) => state.fault)
  const unreadable = useKeptStates((state) => state.unreadable)
  const storage = useDraftStorage()
  const [removed, setRemoved] = useState<Removed>()
  const [said, setSaid] = useState('')
  const [failure, setFailure] = useState<string>()
  /** The state that was brought back last. */
  const [returned, setReturned] = useState<string>()
  const region = useRef<HTMLDivElement>(null)

  // The row, or the button, that had the focus is gone: go on beside it.
  useEffect(() => {
    const next = removed ? '[data-undo]' : returned && `[data-state-id="${returned}"] button`
    // The user may have opened a menu meanwhile.
    if (!next || document.activeElement?.closest('[role=menu]')) return
    region.current?.querySelector<HTMLElement>(next)?.focus()
  }, [removed, returned])

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setFailure(undefined)
    try {
      await work()
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error))
    }
  }
  const remove = (state: SnapshotSummary) =>
    attempt(async () => {
      setRemoved({ state, back: await store.getState().forget(state.id) })
      setReturned(undefined)
      setSaid('')
    })
  const bringBack = ({ state, back }: Removed) =>
    attempt(async () => {
      await back()
      setRemoved(undefined)
      setSaid(`${named(state)} is back.`)
      setReturned(state.id)
    })

  return (
    <div ref={region} className="flex h-full min-h-0 flex-col">
      <KeepForm
        onKept={(name) => {
          setRemoved(undefined)
          setSaid(`“${name}” is kept.`)
        }}
      />
      {(fault ?? failure) ? (
        <Banner
          tone="error"
          className="mb-2"
          actions={
            fault ? (
              <Button size="sm" onClick={() => void store.getState().refresh()}>
                Try again
              </Button>
            ) : undefined
          }
        >
          {fault ? `The kept states cannot be read: ${fault}` : failure}
        </Banner>
      ) : null}
      {unreadable.map(({ id, name, reason }) => (
        <Banner
          key={id}
          tone="warning"
          className="mb-2"
          actions={
            <Button size="sm" onClick={() => void attempt(() => saveWhatIsKept(storage, id))}>
              Save what is there
            </Button>
          }
        >
          {name ? `The kept state “${name}”` : 'A kept state'} cannot be read: {reason}
        </Banner>
      ))}
      <div className="flex h-8 shrink-0 items-center gap-2 text-dim text-sm" role="status">
        {removed ? (
          <>
            <span className="min-w-0 truncate">Deleted: {named(removed.state)}</span>
            <Button size="sm" variant="link" data-undo onClick={() => void bringBack(removed)}>
              Undo
            </Button>
          </>
        ) : (
          said
        )}
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto rounded-lg border border-line">
        {list === undefined && !fault ? <p className="p-4 text-dim">Reading…</p> : null}
        {list?.length === 0 ? (
          <EmptyState className="m-4">
            Each download is kept here by itself. Keep the design as it is now to have a point to go
            back to.
          </EmptyState>
        ) : null}
        <ul aria-label="Kept states">
          {list?.map((state) => (
            <StateRow
              key={state.id}
              state={state}
              onCompare={() => onCompare(state.id)}
              onGoBack={() => onGoBack(state)}
              onDelete={() => void remove(state)}
            />
          ))}
        </ul>
      </div>
      <p className="pt-2 text-faint text-sm">
        Kept in this browser with the draft. Of downloads and written folders the last{' '}
        {KEPT_DOWNLOADS} stay, so that they do not fill its storage; what was opened and what you
        named stays until you delete it.
      </p>
    </div>
  )
}
