import { mergeDestinations } from '@/lib/render/destinations'
import type { DestinationSelector } from '@/lib/render/types'
import { printYaml } from '@/lib/yaml/print-yaml'
import { readSelectors, SELECTORS_FILE } from './metadata-files'
import type { Volume } from './volume'

/**
 * Adds to what an earlier container of the pipeline has chosen (docs/templates.md).
 * @returns why that cannot be done
 */
export function addDestinations(
  metadata: Volume,
  added: readonly DestinationSelector[],
): string | undefined {
  if (added.length === 0) return undefined
  const earlier = metadata.has(SELECTORS_FILE) ? metadata.text(SELECTORS_FILE) : ''
  const read = readSelectors(earlier ?? null)
  if (!read.ok) return read.reason
  const entries = read.value.map(({ directory, matchLabels }) => ({
    directory: directory === '.' ? '' : directory,
    matchLabels,
  }))
  metadata.write(SELECTORS_FILE, printYaml(mergeDestinations(entries, added)))
  return undefined
}
