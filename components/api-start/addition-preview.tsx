'use client'

import { Banner } from '@/components/ui/banner'
import { EmptyState } from '@/components/ui/empty-state'
import { type ConversionNote, displayAt } from '@/lib/schema/json-schema'
import type { OutlineRow } from '@/lib/schema/outline'
import { PreviewList } from './preview-list'

export interface AdditionPreviewProps {
  readonly rows: readonly OutlineRow[]
  readonly clashes: readonly (readonly string[])[]
  /** How many of the rows are new. */
  readonly count: number
  readonly notes?: readonly ConversionNote[]
  readonly pending?: boolean
  /** What to do while there is nothing to show. */
  readonly empty: string
}

/** More notes than these nobody reads; all are counted. */
const SHOWN = 200

/** What will be added, what is left as it is, and what could not be taken along. */
export function AdditionPreview(props: AdditionPreviewProps): React.ReactElement {
  const { rows, clashes, count, notes = [], pending = false, empty } = props
  return (
    <div
      aria-busy={pending || undefined}
      className={`flex min-h-0 flex-1 flex-col gap-2 ${pending ? 'opacity-60' : ''}`}
    >
      <p aria-live="polite" className="text-dim text-sm">
        {rows.length === 0
          ? 'Preview'
          : count === 1
            ? 'Preview: one new property'
            : `Preview: ${count} new properties`}
      </p>
      {rows.length === 0 ? (
        <EmptyState className="flex-1 justify-center">{empty}</EmptyState>
      ) : (
        <PreviewList rows={rows} clashes={new Set(clashes.map((names) => names.join('.')))} />
      )}
      {clashes.length > 0 ? (
        <Banner tone="info">
          Left as they are, since the API has them:{' '}
          {clashes.map((names) => names.join('.')).join(', ')}
        </Banner>
      ) : null}
      {notes.length > 0 ? <Notes notes={notes} /> : null}
    </div>
  )
}

function Notes({ notes }: { readonly notes: readonly ConversionNote[] }): React.ReactElement {
  return (
    <details open={notes.length <= 6} className="rounded-lg border border-amber-line bg-amber-bg">
      <summary className="cursor-pointer px-3 py-1.5 text-amber text-sm">
        {notes.length === 1
          ? 'One thing is not as it was'
          : `${notes.length} things are not as they were`}
      </summary>
      <ul className="max-h-36 overflow-auto px-3 pb-2 text-sm">
        {notes.slice(0, SHOWN).map(({ at, message }) => (
          <li key={`${at.join('/')} ${message}`} className="py-0.5">
            <code>{displayAt(at) || 'spec'}</code> {message}
          </li>
        ))}
        {notes.length > SHOWN ? <li>and {notes.length - SHOWN} more</li> : null}
      </ul>
    </details>
  )
}
