import { textDifference } from '@/lib/promise/text-difference'
import { withoutFinalEnd } from './lines'
import type { Hunk, Merge } from './three-way'

/** How a conflict was settled: one side, one after the other, or in the user's own words. */
export type Choice = 'mine' | 'now' | 'both' | 'hand'

/** One part of the text that is to come of a merge. */
export interface Part {
  readonly hunk: Hunk
  readonly text: string
  /** Of a conflict; `undefined` while nothing was chosen, when the text is the user's. */
  readonly choice: Choice | undefined
}

/** A merge on its way to a text: each conflict with what was chosen for it. */
export interface Resolution {
  readonly parts: readonly Part[]
  readonly final: boolean
}

/** Where resolving begins: at each conflict stands what the user has. */
export function startResolution(merge: Merge): Resolution {
  const parts = merge.hunks.map((hunk): Part => {
    return { hunk, text: hunk.kind === 'same' ? hunk.text : hunk.mine, choice: undefined }
  })
  return { parts, final: merge.final }
}

/** `resolution` with one conflict settled; `part` is its index among all parts. */
export function choose(
  resolution: Resolution,
  part: number,
  choice: Exclude<Choice, 'hand'>,
): Resolution {
  return replace(resolution, part, ({ hunk, text }) => ({
    hunk,
    choice,
    text: hunk.kind === 'same' ? text : chosen(hunk, choice),
  }))
}

/**
 * `resolution` after the user edited its text by hand. What was typed belongs to the part that it
 * begins in; conflicts that it touches are settled by it.
 */
export function editByHand(resolution: Resolution, text: string): Resolution {
  const before = fullText(resolution)
  // The line end that the text goes without stays where it is, out of sight.
  const hidden = before.slice(resolvedText(resolution).length)
  const after = text + hidden
  if (before === after) return resolution
  const { from: start, to: end } = textDifference(before, after)
  const insert = after.slice(start, after.length - (before.length - end))
  const parts: Part[] = []
  let at = 0
  let begun = false
  for (const [i, part] of resolution.parts.entries()) {
    const [from, to] = [at, at + part.text.length]
    at = to
    const begins = !begun && (start < to || i === resolution.parts.length - 1)
    if (!begins && !(begun && from < end)) {
      parts.push(part)
      continue
    }
    begun = true
    const left = begins ? part.text.slice(0, start - from) + insert : ''
    const right = part.text.slice(Math.min(end, to) - from)
    const choice = part.hunk.kind === 'conflict' ? 'hand' : undefined
    parts.push({ hunk: part.hunk, text: left + right, choice })
  }
  return { parts, final: hidden === '' }
}

/** The text as it stands. */
export function resolvedText(resolution: Resolution): string {
  const text = fullText(resolution)
  return resolution.final ? text : withoutFinalEnd(text)
}

/** How many conflicts nobody has settled yet. */
export function openConflicts({ parts }: Resolution): number {
  return parts.filter(({ hunk, choice }) => hunk.kind === 'conflict' && choice === undefined).length
}

function chosen(hunk: Extract<Hunk, { kind: 'conflict' }>, choice: Exclude<Choice, 'hand'>) {
  return choice === 'both' ? hunk.mine + hunk.now : hunk[choice]
}

function fullText({ parts }: Resolution): string {
  return parts.map((part) => part.text).join('')
}

function replace(resolution: Resolution, index: number, change: (part: Part) => Part): Resolution {
  return {
    ...resolution,
    parts: resolution.parts.map((part, i) => (i === index ? change(part) : part)),
  }
}
