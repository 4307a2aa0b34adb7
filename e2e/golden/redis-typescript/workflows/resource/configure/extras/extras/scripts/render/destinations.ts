import {
  checkSelectors,
  cleanDirectory,
  type DestinationSelector,
  describe,
  type KratixSDK,
} from '../kratix/index.js'
import { substitute } from './substitute.js'
import type { Values } from './values.js'

/** Labels that a Destination must have for the files of a folder, or with '' for the rest of them. */
export interface Destination {
  readonly directory: string
  /** The values may hold `${name}` as templates do. */
  readonly matchLabels: Readonly<Record<string, string>>
}

/**
 * The selectors with the values put in. A folder in which nothing is written is left out: Kratix
 * refuses it. @throws Error for what cannot be a label.
 */
export function chooseDestinations(
  destinations: readonly Destination[],
  outputs: readonly string[],
  values: Values,
): Destination[] {
  return destinations
    .filter(
      ({ directory }) =>
        directory === '' || outputs.some((output) => output.startsWith(`${directory}/`)),
    )
    .map(({ directory, matchLabels }) => {
      const labels = Object.entries(matchLabels)
      const filled = labels.map(([key, text]) => [key, label(key, text, values)])
      return { directory, matchLabels: Object.fromEntries(filled) }
    })
}

/** With what Kubernetes does not take as a label the files would wait for ever. */
function label(key: string, text: string, values: Values): string {
  try {
    const value = substitute(text, values)
    const said = typeof value === 'string' ? value : describe(value)
    if (said.length <= 63 && /^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/.test(said)) return said
    throw new Error(`${describe(value)} is not a valid label value`)
  } catch (error) {
    throw new Error(`destination label ${key}: ${error instanceof Error ? error.message : error}`)
  }
}

/**
 * Adds to what earlier containers of this pipeline have chosen: labels for the same folder come
 * together, ours win. @throws Error when what they have chosen is at fault.
 */
export async function mergeDestinations(
  sdk: KratixSDK,
  destinations: readonly Destination[],
): Promise<DestinationSelector[]> {
  if (destinations.length === 0) return []
  const merged = (await sdk.readDestinationSelectors()).map(({ directory = '', matchLabels }) => ({
    directory,
    matchLabels,
  }))
  for (const one of destinations) {
    const folder = cleanDirectory(one.directory)
    const known = merged.findIndex(({ directory }) => cleanDirectory(directory) === folder)
    const earlier = merged[known]
    if (!earlier) merged.push(one)
    else merged[known] = { ...earlier, matchLabels: { ...earlier.matchLabels, ...one.matchLabels } }
  }
  checkSelectors(merged)
  return merged
}
