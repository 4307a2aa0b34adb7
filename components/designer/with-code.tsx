import type { ReactNode } from 'react'

/** A message of `lib` for the eye: what stands in double quotes or backticks is set as code. */
export function withCode(message: string): ReactNode {
  const parts = message.split(/(`[^`]+`|"[^"]+")/)
  return parts.map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other name
      <code key={index} className="break-words text-dim">
        {part.slice(1, -1)}
      </code>
    ) : (
      part
    ),
  )
}
