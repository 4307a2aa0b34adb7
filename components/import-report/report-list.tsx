'use client'

import clsx from 'clsx'
import { useState } from 'react'
import { Badge, type Tone } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import {
  countFates,
  type Fate,
  type ImportReport,
  newsOf,
  type ReportItem,
} from '@/lib/importers/report'

const ABOUT: Record<Fate, { readonly label: string; readonly tone: Tone; readonly text: string }> =
  {
    recognised: {
      label: 'recognised',
      tone: 'accent',
      text: 'Forms, rules or the generator read these.',
    },
    kept: { label: 'kept', tone: 'neutral', text: 'Yours: nothing here changes them.' },
    unknown: {
      label: 'unknown',
      tone: 'amber',
      text: 'Kept too, but they belong to something that is not there or not readable.',
    },
    regenerated: {
      label: 'regenerated',
      tone: 'green',
      text: 'Unchanged since they were generated: made again when needed.',
    },
    skipped: { label: 'skipped', tone: 'amber', text: 'Not in this draft.' },
  }
const ORDER: readonly Fate[] = ['skipped', 'unknown', 'recognised', 'kept', 'regenerated']

/** Rows at a time: a list of thousands would stall the page. */
const STEP = 200

export interface ReportListProps {
  readonly report: ImportReport
}

/** What became of each path of an input: the counts, and the paths of one fate at a time. */
export function ReportList({ report }: ReportListProps): React.ReactElement {
  const counts = countFates(report.items)
  const news = newsOf(report.items)
  const [shown, setShown] = useState<Fate | 'news'>(news.length > 0 ? 'news' : 'recognised')
  const [limit, setLimit] = useState(STEP)
  const show = (fate: Fate | 'news'): void => {
    setShown(fate)
    setLimit(STEP)
  }
  const items = shown === 'news' ? news : report.items.filter((item) => item.fate === shown)
  const present = ORDER.filter((fate) => counts[fate] > 0)
  return (
    <div>
      <fieldset aria-label="Show files that were" className="flex flex-wrap gap-1.5">
        {news.length > 0 ? (
          <Choice on={shown === 'news'} onClick={() => show('news')}>
            To note <b className="font-semibold">{news.length}</b>
          </Choice>
        ) : null}
        {present.map((fate) => (
          <Choice key={fate} on={shown === fate} onClick={() => show(fate)}>
            {ABOUT[fate].label} <b className="font-semibold">{counts[fate].toLocaleString('en')}</b>
          </Choice>
        ))}
      </fieldset>
      <p className="mt-2 mb-1 text-dim text-sm">
        {shown === 'news' ? 'What you may not expect.' : ABOUT[shown].text}
      </p>
      <ul aria-label={shown === 'news' ? 'To note' : `Files ${shown}`} className="min-h-40">
        {items.slice(0, limit).map((item) => (
          <Row key={item.path} item={item} />
        ))}
      </ul>
      {items.length > limit ? (
        <Button size="sm" onClick={() => setLimit(limit + STEP)}>
          Show {Math.min(STEP, items.length - limit)} more of {items.length - limit}
        </Button>
      ) : null}
    </div>
  )
}

function Choice({
  on,
  onClick,
  children,
}: {
  readonly on: boolean
  readonly onClick: () => void
  readonly children: React.ReactNode
}): React.ReactElement {
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={onClick}
      className={clsx(
        'inline-flex h-7 items-center gap-1.5 rounded-full border px-3',
        on
          ? 'border-accent-line bg-accent-bg text-accent-text'
          : 'border-line2 text-dim hover:text-text',
      )}
    >
      {children}
    </button>
  )
}

function Row({ item }: { readonly item: ReportItem }): React.ReactElement {
  const { path, fate, reason, count } = item
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5 border-line border-b py-1.5 last:border-b-0 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_92px]">
      <code className="break-all">
        {path || '(the input itself)'}
        {count === undefined ? '' : '/'}
      </code>
      <span className="text-dim text-sm max-sm:order-last max-sm:col-span-2">
        {reason}
        {count === undefined
          ? ''
          : ` ${count.toLocaleString('en')} ${count === 1 ? 'file' : 'files'}.`}
      </span>
      <span>
        <Badge tone={ABOUT[fate].tone}>{ABOUT[fate].label}</Badge>
      </span>
    </li>
  )
}
