'use client'

import { FileBox, Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { TextField } from '@/components/ui/text-field'
import type { DraftSummary } from '@/lib/store/drafts'
import { DraftCard } from './draft-card'
import { count, matching } from './draft-words'
import { RenameDialog } from './rename-dialog'
import { UnreadableList } from './unreadable-list'
import { useDrafts } from './use-drafts'

/** From so many drafts on a search stands above them. */
const MANY = 7

/** The drafts kept in this browser. */
export function DraftList() {
  const { drafts, held, unreadable, failure, ...actions } = useDrafts()
  const [search, setSearch] = useState('')
  const [renaming, setRenaming] = useState<DraftSummary>()
  const list = useRef<HTMLElement>(null)
  const shown = matching(drafts ?? [], search)

  const [wanted, setWanted] = useState<{ readonly id: string | undefined }>()

  /** Moves the focus to the card of a draft, or to the heading, once the list shows what is there. */
  function focus(id: string | undefined) {
    setWanted({ id })
  }
  // In an effect: a card that has just been read is on the page only after React's next commit.
  useEffect(() => {
    if (!wanted) return
    const frame = requestAnimationFrame(() => {
      const cards = [...(list.current?.querySelectorAll<HTMLElement>('[data-draft]') ?? [])]
      const card = cards.find(({ dataset }) => dataset.draft === wanted.id)
      ;(card ?? list.current?.querySelector('h2'))?.focus()
    })
    return () => cancelAnimationFrame(frame)
  }, [wanted])

  /** The focus goes on to the next card: the one that had it goes away. */
  async function remove(draft: DraftSummary) {
    const at = shown.indexOf(draft)
    await actions.remove(draft)
    focus((shown[at + 1] ?? shown[at - 1])?.id)
  }
  async function duplicate(draft: DraftSummary) {
    focus(await actions.duplicate(draft))
  }
  return (
    <>
      <section ref={list} aria-labelledby="your-drafts" className="mt-8">
        <div className="mb-2.5 flex min-h-[30px] flex-wrap items-center gap-x-3 gap-y-2">
          <h2 id="your-drafts" tabIndex={-1} className="font-semibold outline-none">
            Your drafts
          </h2>
          {drafts && drafts.length >= MANY ? (
            <>
              <p role="status" className="text-faint text-sm">
                {search ? `${shown.length} of ${drafts.length}` : drafts.length}
              </p>
              <TextField
                type="search"
                label="Search drafts"
                hideLabel
                placeholder="Search drafts"
                prefix={<Search size={14} aria-hidden />}
                value={search}
                onChange={setSearch}
                onKeyDown={(event) => {
                  if (event.key === 'Escape') setSearch('')
                }}
                reserve={0}
                className="ml-auto w-full sm:w-64"
              />
            </>
          ) : null}
        </div>
        {failure ? (
          <Banner tone="error" className="mb-3.5">
            Drafts cannot be kept in this browser: {failure}
            <span className="block text-dim">
              You can design all the same, and save your work to a file.
            </span>
          </Banner>
        ) : null}
        {drafts === undefined ? (
          <p className="text-faint">Reading…</p>
        ) : drafts.length > 0 && shown.length === 0 ? (
          <EmptyState action={<Button onClick={() => setSearch('')}>Show all</Button>}>
            No draft holds “{search.trim()}”. The search looks at names, APIs and versions of{' '}
            {count(drafts.length, 'draft')}.
          </EmptyState>
        ) : drafts.length > 0 ? (
          <ul className="grid gap-3.5 sm:grid-cols-2 lg:grid-cols-3">
            {shown.map((draft) => (
              <DraftCard
                key={draft.id}
                draft={draft}
                held={held.has(draft.id)}
                onRename={() => setRenaming(draft)}
                onDuplicate={() => void duplicate(draft)}
                onSave={() => void actions.save(draft)}
                onRemove={() => void remove(draft)}
              />
            ))}
          </ul>
        ) : failure ? null : (
          <EmptyState
            icon={<FileBox size={20} aria-hidden />}
            action={
              <Button
                onClick={() => document.querySelector<HTMLElement>('input[name=name]')?.focus()}
              >
                Name your first Promise
              </Button>
            }
          >
            What you design is kept here, in this browser alone, until you delete it.
          </EmptyState>
        )}
      </section>
      <UnreadableList
        drafts={unreadable}
        onSalvage={(draft) => void actions.salvage(draft)}
        onRemove={(draft) => void actions.remove(draft).then(() => focus(undefined))}
      />
      <RenameDialog
        draft={renaming}
        onRename={(draft, title) => void actions.rename(draft, title)}
        onClose={() => {
          setRenaming(undefined)
          focus(renaming?.id)
        }}
      />
    </>
  )
}
