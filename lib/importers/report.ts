/** What became of a part of the input. */
export const FATES = ['kept', 'recognised', 'unknown', 'regenerated', 'skipped'] as const

/**
 * - `recognised`: its meaning is known; forms, rules or `build` read it;
 * - `kept`: a file of the user's that nothing here reads; it stays byte for byte;
 * - `unknown`: kept as well, but it seems to belong to something that is not there or not readable;
 * - `regenerated`: as it was generated, so `build` makes it again;
 * - `skipped`: not in the repository that was opened.
 */
export type Fate = (typeof FATES)[number]

/** One path of the input, or a folder that was skipped as a whole. */
export interface ReportItem {
  /** As it was in the input. */
  readonly path: string
  readonly fate: Fate
  /** One sentence for people. */
  readonly reason: string
  /** Of a folder skipped as a whole: how many files it held, where they were counted. */
  readonly count?: number
  /** The user should see it before going on: something that they would not expect. */
  readonly news?: true
}

/** What became of an input: plain data, kept with the draft. Every path of the input once. */
export interface ImportReport {
  /** The importer that read it. */
  readonly format: string
  /** The name of the file or folder. */
  readonly name: string
  /** The folder in the input that became the repository, `''` when it is the input itself. */
  readonly root: string
  /** Where `promise.yaml` was, in the input. */
  readonly promise: string
  readonly items: readonly ReportItem[]
}

/** How many files had each fate; a folder counts with the files that it held. */
export function countFates(items: readonly ReportItem[]): Readonly<Record<Fate, number>> {
  const counts = { kept: 0, recognised: 0, unknown: 0, regenerated: 0, skipped: 0 }
  for (const { fate, count = 1 } of items) counts[fate] += count
  return counts
}

/** What the user should see before going on; with nothing of this kind an input opens at once. */
export function newsOf(items: readonly ReportItem[]): readonly ReportItem[] {
  return items.filter(({ news }) => news === true)
}

/** True for what {@link ImportReport} describes: for reports that were stored by another version. */
export function isImportReport(value: unknown): value is ImportReport {
  if (typeof value !== 'object' || value === null) return false
  const { format, name, root, promise, items } = value as Readonly<Record<string, unknown>>
  return (
    [format, name, root, promise].every((one) => typeof one === 'string') &&
    Array.isArray(items) &&
    items.every(isItem)
  )
}

function isItem(value: unknown): value is ReportItem {
  if (typeof value !== 'object' || value === null) return false
  const { path, fate, reason } = value as Readonly<Record<string, unknown>>
  return (
    typeof path === 'string' && typeof reason === 'string' && FATES.some((known) => known === fate)
  )
}
