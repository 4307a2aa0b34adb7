'use client'

import { displayPath } from '@/lib/promise/path'
import type { Judgement } from '@/lib/tryout/types'

/** What the API server says of the request before any workflow starts; nothing when all is well. */
export function JudgementNotes({
  judgement,
}: {
  readonly judgement: Judgement
}): React.ReactElement | null {
  const { faults, unknown, unsure } = judgement
  if (faults.length + unknown.length + unsure.length === 0) return null
  return (
    <ul aria-label="What the API server says" className="mb-2 space-y-1">
      {faults.map(({ path, message }) => (
        <li key={`${displayPath(path)} ${message}`} className="break-words text-red">
          <code>{displayPath(path) || 'request'}</code>: {message}
        </li>
      ))}
      {unknown.map((path) => (
        <li key={displayPath(path)} className="break-words text-amber">
          <code>{displayPath(path)}</code>: the schema does not know this. It is dropped, and
          kubectl refuses it by default.
        </li>
      ))}
      {unsure.map((one) => (
        <li key={one} className="text-dim">
          Not judged here: {one}.
        </li>
      ))}
    </ul>
  )
}
