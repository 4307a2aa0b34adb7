/** One line of the report. */
export interface Measure {
  readonly work: string
  /** Upper limit of the 95th percentile in milliseconds; absent for figures without a budget. */
  readonly budget?: number
  /** The least: what a machine that does other work as well says most of. */
  readonly best: number
  readonly p50: number
  readonly p95: number
  /** Processor time per run, all threads: what to compare on a busy machine. */
  readonly cpu?: number
  readonly runs: number
  readonly unit: string
  readonly note?: string
}

export interface Options {
  readonly work: string
  readonly budget?: number
  readonly runs: number
  /** Runs before the first that counts: a page has been open for a while when it matters. */
  readonly warmUp?: number
  readonly note?: string
}

/** Times `run`; what `prepare` makes for each run is not timed. */
export function measure<T>(
  options: Options,
  prepare: (i: number) => T,
  run: (given: T) => unknown,
) {
  const { runs, warmUp = 5, work, budget, note } = options
  const times: number[] = []
  let cpu = 0
  for (let i = -warmUp; i < runs; i++) {
    const given = prepare(i + warmUp)
    const used = process.cpuUsage()
    const start = performance.now()
    const result = run(given)
    const time = performance.now() - start
    const { user, system } = process.cpuUsage(used)
    if (result === undefined) throw new Error(`${work}: nothing came of it`)
    if (i < 0) continue
    times.push(time)
    cpu += (user + system) / 1000
  }
  return { ...summarise({ work, budget, note, unit: 'ms' }, times), cpu: cpu / runs }
}

/** A measure from times taken elsewhere. */
export function summarise(
  head: Pick<Measure, 'work' | 'budget' | 'note' | 'unit'>,
  values: readonly number[],
): Measure {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (part: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
  return { ...head, best: sorted[0] ?? 0, p50: at(0.5), p95: at(0.95), runs: sorted.length }
}

/** Prints measures as a table. */
export function printTable(title: string, measures: readonly Measure[]): void {
  if (measures.length === 0) return
  const number = (value: number) => (value < 10 ? value.toFixed(2) : value.toFixed(0))
  const rows = measures.map(({ work, budget, best, p50, p95, cpu, runs, unit, note }) => [
    work + (note ? ` (${note})` : ''),
    `${number(best)} ${unit}`,
    `${number(p50)} ${unit}`,
    `${number(p95)} ${unit}`,
    cpu === undefined ? '' : `${number(cpu)} ms`,
    String(runs),
    budget === undefined ? '' : `${number(budget)} ${unit}`,
    budget === undefined ? '' : p95 <= budget ? 'within' : `OVER ${(p95 / budget).toFixed(1)}x`,
  ])
  const table = [[title, 'best', 'p50', 'p95', 'cpu', 'runs', 'budget', ''], ...rows]
  const widths = table[0]?.map((_, column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  )
  for (const row of table) {
    console.log(
      row
        .map((cell, i) =>
          i === 0 ? cell.padEnd(widths?.[i] ?? 0) : cell.padStart(widths?.[i] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
  }
  console.log()
}
