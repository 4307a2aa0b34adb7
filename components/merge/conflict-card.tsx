import clsx from 'clsx'
import { Badge } from '@/components/ui/badge'
import { Segmented } from '@/components/ui/segmented'
import type { Choice, Part } from '@/lib/merge/resolution'

export interface ConflictCardProps {
  readonly part: Part
  readonly number: number
  readonly total: number
  /** Line of the result at which it stands. */
  readonly line: number
  readonly onChoose: (choice: Exclude<Choice, 'hand'>) => void
}

const CHOICES = [
  { value: 'mine', label: 'Mine' },
  { value: 'now', label: 'New' },
  { value: 'both', label: 'Both' },
] as const

/** Lines that both sides changed: the two texts, and which of them it shall be. */
export function ConflictCard({ part, number, total, line, onChoose }: ConflictCardProps) {
  const { hunk, choice } = part
  if (hunk.kind === 'same') return null
  const name = `Conflict ${number} of ${total}, line ${line}`
  return (
    <li
      data-open={choice === undefined ? true : undefined}
      className="rounded-lg border border-line bg-panel"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-2.5 py-1.5">
        <span className="font-medium">{name}</span>
        {choice === undefined ? (
          <Badge tone="amber">to decide</Badge>
        ) : choice === 'hand' ? (
          <Badge tone="accent">by hand</Badge>
        ) : null}
        <span className="flex-1" />
        <Segmented
          label={name}
          size="sm"
          value={choice === undefined || choice === 'hand' ? '' : choice}
          options={CHOICES}
          onChange={(next) => {
            if (next !== '') onChoose(next)
          }}
        />
      </div>
      <div className="grid grid-cols-2 border-line border-t max-sm:grid-cols-1">
        <Side title="Mine" text={hunk.mine} taken={choice === 'mine' || choice === 'both'} />
        <Side
          title="New"
          text={hunk.now}
          taken={choice === 'now' || choice === 'both'}
          className="border-line border-l max-sm:border-t max-sm:border-l-0"
        />
      </div>
    </li>
  )
}

interface SideProps {
  readonly title: string
  readonly text: string
  readonly taken: boolean
  readonly className?: string
}

function Side({ title, text, taken, className }: SideProps) {
  return (
    <div className={clsx('min-w-0', className, taken ? 'bg-accent-bg' : 'bg-code')}>
      <p className="px-2.5 pt-1 text-dim text-xs">{title}</p>
      {text === '' ? (
        <p className="px-2.5 pb-1.5 text-faint">Nothing: these lines are gone.</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: long texts scroll, by keyboard too
        <pre tabIndex={0} className="max-h-36 overflow-auto whitespace-pre px-2.5 pb-1.5 text-text">
          {text}
        </pre>
      )}
    </div>
  )
}
