import type { RepositoryContext, RepositoryStep } from './context'

export interface SmokeLabels {
  /** What the only Destination of the smoke test is labelled with. */
  readonly labels: Readonly<Record<string, string>>
  /** True when what the step writes for the example reaches it; `directory` '' is all that has none of its own. */
  reaches(step: RepositoryStep, directory: string): boolean
}

/**
 * Labels with which one Destination takes as much as can be of what the Promise and its steps ask
 * for, the first to name a key having its way.
 */
export function smokeLabels({ destinationLabels, steps }: RepositoryContext): SmokeLabels {
  const labels = new Map(Object.entries(destinationLabels))
  const asked = steps.flatMap(({ sentByExample }) => sentByExample)
  for (const [, wanted] of [...asked.filter(isRest), ...asked]) {
    for (const [key, value] of Object.entries(wanted)) {
      if (!labels.has(key)) labels.set(key, value)
    }
  }
  return {
    labels: Object.fromEntries(labels),
    reaches: ({ sentByExample }, directory) =>
      sentByExample
        .filter(([of]) => of === directory)
        .flatMap(([, wanted]) => Object.entries(wanted))
        .every(
          ([key, value]) =>
            labels.get(key) === value ||
            // On the rest of the output the Promise has its way; a directory pays no heed to it.
            (directory === '' && Object.hasOwn(destinationLabels, key)),
        ),
  }
}

function isRest([directory]: RepositoryStep['sentByExample'][number]): boolean {
  return directory === ''
}
