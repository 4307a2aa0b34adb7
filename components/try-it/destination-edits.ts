import type { Destination, Run } from '@/lib/tryout/types'
import type { TryoutState, TryoutStore } from './tryout-store'

/**
 * The Destinations that fields show: the user's own, else those that `run` invented. A run answers
 * what stood here a moment ago, so what was typed since is in the store alone.
 */
export function shownDestinations(
  { destinations }: Pick<TryoutState, 'destinations'>,
  run: Pick<Run, 'destinations'>,
): readonly Destination[] {
  return destinations ?? run.destinations
}

/** Edits the Destinations as they are this moment, which may be newer than what is on the screen. */
export function editDestinations(
  store: TryoutStore,
  run: Pick<Run, 'destinations'>,
  edit: (now: readonly Destination[]) => readonly Destination[],
): void {
  const state = store.getState()
  state.place(edit(shownDestinations(state, run)))
}

/** The Destinations with something else about the one at `index`. */
export function withChange(
  destinations: readonly Destination[],
  index: number,
  next: Partial<Destination>,
): readonly Destination[] {
  return destinations.map((one, i) => (i === index ? { ...one, ...next } : one))
}

/** The Destinations with one more, under a name that is free. */
export function withAnother(destinations: readonly Destination[]): readonly Destination[] {
  const taken = new Set(destinations.map(({ name }) => name))
  let n = destinations.length + 1
  while (taken.has(`worker-${n}`)) n += 1
  const name = `worker-${n}`
  return [...destinations, { name, labels: {}, strictMatchLabels: false, mode: 'nestedByMetadata' }]
}
