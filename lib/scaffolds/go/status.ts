import type { Scalar } from '@/lib/render/types'
import { goLiteral, goString } from '../encode/go'

type Texts = Readonly<Record<string, Scalar>>

/** The inside of a `[]entry{…}`. */
export function entries(texts: Texts, indent: string): string {
  const lines = Object.entries(texts).map(
    ([key, text]) => `${indent}{${goString(key)}, ${goLiteral(text)}},\n`,
  )
  return lines.length === 0 ? '' : `\n${lines.join('')}`
}

/**
 * The function that gives the status of a failure. `status` is that of an empty reason; what `own`
 * does not say there is the reason.
 */
export function failureFunction(status: Texts, own: Texts): string {
  const lines = Object.entries(status).map(([key, text]) => {
    const isReason = key === 'reason' || (key === 'message' && own.message === undefined)
    return `\t\t{${goString(key)}, ${isReason ? 'reason' : goLiteral(text)}},\n`
  })
  return `// failureStatus is published when anything fails; reason says what.
func failureStatus(reason string) []entry {
	return []entry{
${lines.join('')}	}
}
`
}
