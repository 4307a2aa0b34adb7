import { withoutStatus } from './compare'
import { runStep, type Work } from './run-step'
import type { WrittenFile } from './types'
import { Volume } from './volume'

/**
 * What a step leaves on volumes of its own, as `hack/test-step.sh` runs it: no container before it, and
 * nothing in the object that Kratix writes. `undefined` when it does not get to its end so.
 */
export function runAlone(
  work: Omit<Work, 'output' | 'metadata'>,
): readonly WrittenFile[] | undefined {
  const output = new Volume()
  const metadata = new Volume()
  const object = withoutStatus(work.object)
  const { state, stale } = runStep({ ...work, object, output, metadata })
  if (stale || !(state === 'succeeded' || state === 'recorded')) return undefined
  return [
    ...output.files().map((file): WrittenFile => ({ ...file, volume: 'output' })),
    ...metadata.files().map((file): WrittenFile => ({ ...file, volume: 'metadata' })),
  ]
}
