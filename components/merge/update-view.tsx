import { useMemo, useState } from 'react'
import { DiffEditor } from '@/components/code-editor'
import { Segmented } from '@/components/ui/segmented'
import { choose, editByHand, type Part, type Resolution } from '@/lib/merge/resolution'
import { ConflictCard } from './conflict-card'
import type { PendingUpdate } from './use-updates'

type Against = 'mine' | 'now' | 'base'

export interface UpdateViewProps {
  readonly pending: PendingUpdate
  /** One column: there is no room for two. */
  readonly inline: boolean
  readonly onChange: (resolution: Resolution) => void
}

/** One file: its conflicts to decide, and the result, which can be edited by hand. */
export function UpdateView({ pending, inline, onChange }: UpdateViewProps) {
  const { update, mine, resolution, text } = pending
  const [against, setAgainst] = useState<Against>('mine')
  const conflicts = useMemo(() => conflictsIn(resolution), [resolution])
  const originals: Record<Against, string> = {
    mine: mine.text ?? '',
    now: update.now.text ?? '',
    base: update.base?.text ?? '',
  }
  if (!resolution) {
    return (
      <p className="p-4 text-dim">
        Your file is not text, so nothing can be merged. Keep it as it is, or take the new one.
      </p>
    )
  }
  return (
    <div className="flex h-full min-h-0 flex-col gap-2 overflow-y-auto p-2.5">
      <p className="text-dim">
        {update.base
          ? conflicts.length === 0
            ? 'Your changes and the new ones touch different lines: the result below holds both.'
            : 'These lines were changed by you and by the generator. All else is merged already.'
          : 'What you started from was not kept, so every difference is yours to decide.'}
      </p>
      {conflicts.length > 0 ? (
        <ol aria-label="Conflicts" className="flex flex-col gap-2">
          {conflicts.map(({ part, index, line }, i) => (
            <ConflictCard
              key={index}
              part={part}
              number={i + 1}
              total={conflicts.length}
              line={line}
              onChoose={(choice) => onChange(choose(resolution, index, choice))}
            />
          ))}
        </ol>
      ) : null}
      <div className="flex min-h-72 flex-1 flex-col overflow-hidden rounded-lg border border-line">
        <div className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-line border-b bg-panel px-2.5 py-1">
          <span className="font-medium">Result</span>
          <span className="text-dim max-sm:hidden">at the right, yours to edit</span>
          <span className="flex-1" />
          <Segmented
            label="Compare the result with"
            size="sm"
            value={against}
            onChange={setAgainst}
            options={[
              { value: 'mine', label: 'Mine' },
              { value: 'now', label: 'New' },
              ...(update.base ? [{ value: 'base', label: 'Before' } as const] : []),
            ]}
          />
        </div>
        <div className="min-h-0 flex-1 bg-code">
          <DiffEditor
            path={update.path}
            original={originals[against]}
            modified={text}
            label={`Result for ${update.path}`}
            inline={inline}
            onChange={(typed) => onChange(editByHand(resolution, typed))}
          />
        </div>
      </div>
    </div>
  )
}

interface ConflictAt {
  readonly part: Part
  readonly index: number
  readonly line: number
}

/** The conflicts, each with the line of the result at which it stands. */
function conflictsIn(resolution: Resolution | undefined): readonly ConflictAt[] {
  let line = 1
  return (resolution?.parts ?? []).flatMap((part, index): readonly ConflictAt[] => {
    const at = line
    line += part.text.split(/\r\n|\r|\n/).length - 1
    return part.hunk.kind === 'conflict' ? [{ part, index, line: at }] : []
  })
}
