import { fail, type Read } from './identity'
import { describe, notALabelValue } from './messages'
import { substitute } from './placeholders'
import type { DestinationSelector, Scalar, Values } from './types'

/**
 * The selectors of a run with their values put in. Kratix refuses an entry whose directory was not
 * written (kratix.md 5.3), so those of templates that all write nothing are left out.
 * @param outputs paths of the files that the step writes
 */
export function destinationsOf(
  selectors: readonly DestinationSelector[],
  outputs: readonly string[],
  values: Values,
): Read<readonly DestinationSelector[]> {
  const filled: DestinationSelector[] = []
  for (const { directory, matchLabels } of selectors) {
    if (directory !== '' && !outputs.some((path) => path.startsWith(`${directory}/`))) continue
    const labels: [string, string][] = []
    for (const [key, text] of Object.entries(matchLabels)) {
      const value = substitute(text, values)
      if (!value.ok) return fail(`destination label ${key}: ${value.reason}`)
      const label = labelText(value.value)
      if (label === undefined) return fail(notALabelValue(key, value.value))
      labels.push([key, label])
    }
    filled.push({ directory, matchLabels: Object.fromEntries(labels) })
  }
  return { ok: true, value: filled }
}

/** As Kubernetes has it; a scheduler that gets anything else waits for ever. */
function labelText(value: Scalar): string | undefined {
  const text = typeof value === 'string' ? value : describe(value)
  const good = text.length <= 63 && /^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/.test(text)
  return good ? text : undefined
}

/**
 * What an earlier container of the pipeline has chosen, and what is added: an entry for a directory
 * that is there adds its labels to that one, ours winning; others come after.
 */
export function mergeDestinations(
  earlier: readonly DestinationSelector[],
  added: readonly DestinationSelector[],
): readonly DestinationSelector[] {
  const merged = [...earlier]
  for (const one of added) {
    const index = merged.findIndex(
      ({ directory }) => cleanDirectory(directory) === cleanDirectory(one.directory),
    )
    const known = merged[index]
    if (known) {
      merged[index] = { ...known, matchLabels: { ...known.matchLabels, ...one.matchLabels } }
    } else merged.push(one)
  }
  return merged
}

/** Kratix takes `a`, `./a` and `a/` for the same; '' is `.`. */
function cleanDirectory(directory: string): string {
  return directory
    .replace(/^(\.\/+)+/, '')
    .replace(/\/+$/, '')
    .replace(/^\.$/, '')
}
