'use client'

import { type ReactElement, type ReactNode, useState } from 'react'
import { type KeptDrafts, KeptDraftsContext } from '@/components/schema-editor/kept-drafts'
import { type DraftShelf, DraftShelfContext } from '@/components/ui/draft-shelf'

/** Keeps what fields refused while other sections are shown, until the user settles it. */
export function UnsettledDrafts({ children }: { readonly children: ReactNode }): ReactElement {
  const [ofSchemas] = useState<KeptDrafts>(() => new Map())
  const [shelf] = useState<DraftShelf>(() => new Map())
  return (
    <DraftShelfContext value={shelf}>
      <KeptDraftsContext value={ofSchemas}>{children}</KeptDraftsContext>
    </DraftShelfContext>
  )
}
