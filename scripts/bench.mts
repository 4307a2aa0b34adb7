import { cpus, loadavg } from 'node:os'
import { browserMeasures } from './bench/browser.mjs'
import { editingMeasures } from './bench/editing.mjs'
import { firstLoadMeasures } from './bench/first-load.mjs'
import { kratixMeasures } from './bench/kratix.mjs'
import { printTable } from './bench/measure.mjs'
import { repositoryMeasures } from './bench/repository.mjs'

// The budgets of the design beside what is measured on this machine. Never a test: figures depend
// on the machine and on what else it does.

const [cpu] = cpus()
console.log(`Node ${process.version}, ${cpus().length} x ${cpu?.model ?? 'unknown CPU'}`)
console.log(
  `Load before the start: ${loadavg()[0]?.toFixed(1)} (above 0.5 other work runs: compare cpu, not p95)\n`,
)

printTable('Editing', editingMeasures())
printTable('Dependencies and repository', repositoryMeasures())

const kratix = await kratixMeasures()
if (kratix) printTable('The blog post by the kratix CLI', kratix)
else console.log('The kratix CLI is not measured: no `kratix` on PATH or in .cache/bin.\n')

const firstLoad = firstLoadMeasures()
if (firstLoad) printTable('First load', firstLoad)
else console.log('First load is not measured: there is no out/ (npm run build).\n')

const browser = await browserMeasures()
if (typeof browser === 'string') console.log(`The page is not measured: ${browser}.`)
else printTable('The page in Chromium', browser)
