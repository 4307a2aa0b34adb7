import { ruleContext } from '@/lib/rules/check'
import { RULES } from '@/lib/rules/index'
import { type Measure, summarise } from './measure.mjs'
import { fresh, promiseWith } from './promises.mjs'

const RUNS = 5
const SHOWN = 10

/** The rules that take longest on 300 KB, each on a text that was read a moment ago. */
export function ruleMeasures(): readonly Measure[] {
  const times = new Map<string, number[]>(RULES.map(({ id }) => [id, []]))
  const all: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const context = ruleContext(fresh(promiseWith(1000)))
    let sum = 0
    for (const { id, check } of RULES) {
      const start = performance.now()
      check(context, () => undefined)
      const time = performance.now() - start
      times.get(id)?.push(time)
      sum += time
    }
    all.push(sum)
  }
  const measures = [...times].map(([id, values]) => summarise({ work: id, unit: 'ms' }, values))
  return [
    summarise({ work: `all ${RULES.length} rules`, unit: 'ms', note: 'without reading' }, all),
    ...measures.sort((a, b) => b.best - a.best).slice(0, SHOWN),
  ]
}
