import { cpus, loadavg } from 'node:os'
import { browserMeasures } from './bench/browser.mjs'
import { editingMeasures, memoryMeasures } from './bench/editing.mjs'
import { firstLoadMeasures } from './bench/first-load.mjs'
import { kratixMeasures } from './bench/kratix.mjs'
import { type Measure, printTable } from './bench/measure.mjs'
import { repositoryMeasures } from './bench/repository.mjs'
import { ruleMeasures } from './bench/rules.mjs'

// The budgets of the design beside what is measured on this machine. Never a test: figures depend
// on the machine and on what else it does. Parts by name: `npm run bench -- rules page`.

const [cpu] = cpus()
console.log(`Node ${process.version}, ${cpus().length} x ${cpu?.model ?? 'unknown CPU'}`)
console.log(
  `Load before the start: ${loadavg()[0]?.toFixed(1)} (above 0.5 other work runs: compare cpu, not p95)\n`,
)

type Part = readonly [title: string, measures: () => Found | Promise<Found>]
/** A text says why there are none. */
type Found = readonly Measure[] | string

const PARTS: Readonly<Record<string, Part>> = {
  editing: ['Editing', editingMeasures],
  memory: ['Memory', memoryMeasures],
  rules: ['Rules on 300 KB, the slowest', ruleMeasures],
  repository: ['Dependencies and repository', repositoryMeasures],
  kratix: [
    'The blog post by the kratix CLI',
    async () => (await kratixMeasures()) ?? 'there is no `kratix` on PATH or in .cache/bin',
  ],
  load: ['First load', () => firstLoadMeasures() ?? 'there is no out/ (npm run build)'],
  page: ['The page in Chromium', browserMeasures],
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !Object.hasOwn(PARTS, name))
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}: ${Object.keys(PARTS).join(', ')}.`)
  process.exit(1)
}
for (const [name, [title, measures]] of Object.entries(PARTS)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  const found = await measures()
  if (typeof found === 'string') console.log(`${title}: not measured, ${found}.\n`)
  else printTable(title, found)
}
