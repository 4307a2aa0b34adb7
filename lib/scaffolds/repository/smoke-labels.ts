import type { RepositoryContext, RepositoryStep } from './context'

export interface SmokeLabels {
  /** What the only Destination of the smoke test is labelled with. */
  readonly labels: Readonly<Record<string, string>>
  /** True when what the step writes for the example reaches it; `directory` '' is all that has none of its own. */
  reaches(step: RepositoryStep, directory: string): boolean
}

type Labels = Readonly<Record<string, string>>

/**
 * Labels with which one Destination takes as much as can be of what the Promise and its steps ask
 * for, the first to name a key having its way.
 */
export function smokeLabels({ destinationLabels, steps }: RepositoryContext): SmokeLabels {
  const pipelines = pipelinesOf(steps.filter(({ action }) => action === 'configure'))
  // What promise workflows ask for the rest of their output, later requests inherit (kratix.md 5.4).
  const inherited: Labels = {
    ...merge([...pipelines].flatMap(([key, asked]) => (isPromise(key) ? [asked.get('')] : []))),
    ...destinationLabels,
  }
  const wantedOf = (step: RepositoryStep, directory: string): Labels => {
    const own = pipelines.get(keyOf(step))?.get(directory) ?? {}
    // On the rest of the output the Promise has its way; a directory pays no heed to it.
    if (directory !== '') return own
    return { ...own, ...(step.type === 'promise' ? destinationLabels : inherited) }
  }
  const asked = [...pipelines.values()].flatMap((one) => [...one])
  const rests = asked.filter(([directory]) => directory === '')
  const labels = new Map<string, string>()
  for (const wanted of [destinationLabels, inherited, ...[...rests, ...asked].map(second)]) {
    for (const [key, value] of Object.entries(wanted)) {
      if (!labels.has(key)) labels.set(key, value)
    }
  }
  return {
    labels: Object.fromEntries(labels),
    reaches: (step, directory) =>
      Object.entries(wantedOf(step, directory)).every(([key, value]) => labels.get(key) === value),
  }
}

/**
 * What each pipeline asks for, by the directory: its containers share one file, and the later one has
 * its way (kratix.md 5.3).
 */
function pipelinesOf(
  steps: readonly RepositoryStep[],
): ReadonlyMap<string, ReadonlyMap<string, Labels>> {
  const all = new Map<string, Map<string, Labels>>()
  for (const step of steps) {
    const asked = all.get(keyOf(step)) ?? new Map<string, Labels>()
    all.set(keyOf(step), asked)
    for (const [directory, labels] of step.sentByExample) {
      asked.set(directory, { ...asked.get(directory), ...labels })
    }
  }
  return all
}

const keyOf = ({ type, pipeline }: RepositoryStep): string => `${type}/${pipeline}`
const isPromise = (key: string): boolean => key.startsWith('promise/')

const second = <T>([, one]: readonly [unknown, T]): T => one

/** All of them; the later one has its way. */
function merge(all: readonly (Labels | undefined)[]): Labels {
  return Object.assign({}, ...all)
}
