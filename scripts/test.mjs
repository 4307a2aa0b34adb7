import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { ensurePackages, ensureSite, root } from './ensure.mjs'

// `npm test`: installs what is missing and runs everything. The last line sums all runners.

ensurePackages()
const { ensureBrowser } = await import('./browser.mjs')

const reports = join(root, '.cache', 'reports')
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

console.log(
  `Random tests use the seed ${process.env.FC_SEED ?? 'of scripts/seed-tests.ts'}; FC_SEED=random takes a new one.`,
)

const total = { passed: 0, failed: 0, skipped: [], unsteady: [], failures: [] }

check('format and lint', 'npx', ['biome', 'check', '--error-on-warnings', '.'])
check('direction of imports', 'npx', ['tsx', 'scripts/check-imports.mts'])
check('types', 'npx', ['tsc', '--noEmit'])
vitest('unit')
await attempt('the site builds', ensureSite)
await attempt('a browser is there', () => {
  process.env.CHROMIUM_PATH = ensureBrowser()
})
playwright()
vitest('programs')

for (const { title, reason } of total.skipped)
  console.log(`skipped: ${title}${reason ? ` (${reason})` : ''}`)
// Once more at the end, since a log may be kept by its last lines only.
print('passed with a later try only', total.unsteady)
print('failed', total.failures)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1

/** Runs a command that passes or fails as a whole. */
function check(title, command, args) {
  count(start(title, command, args) === 0, title)
}

function vitest(project) {
  const report = join(reports, `${project}.json`)
  const args = ['vitest', 'run', '--project', project, '--reporter=default', '--reporter=json']
  const status = start(`${project} tests`, 'npx', [...args, `--outputFile.json=${report}`])
  const result = readReport(report)
  total.passed += result?.numPassedTests ?? 0
  total.failed += result?.numFailedTests ?? 0
  for (const test of (result?.testResults ?? []).flatMap((file) => file.assertionResults)) {
    if (test.status === 'pending' || test.status === 'skipped') {
      total.skipped.push({ title: test.fullName })
    }
    if (test.status === 'failed') {
      total.failures.push({ title: test.fullName, message: test.failureMessages.join('\n') })
    }
  }
  // A file that does not load, or no report at all, fails without a failed test.
  if (status !== 0 && !result?.numFailedTests) count(false, `${project} tests`)
}

function playwright() {
  const report = join(reports, 'browser.json')
  const status = start('browser tests', 'npx', ['playwright', 'test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  })
  const { stats, suites = [] } = readReport(report) ?? {}
  total.passed += (stats?.expected ?? 0) + (stats?.flaky ?? 0)
  total.failed += stats?.unexpected ?? 0
  total.failures.push(...suites.flatMap((suite) => ended('unexpected', suite)))
  total.unsteady.push(...suites.flatMap((suite) => ended('flaky', suite)))
  if (stats?.skipped) total.skipped.push({ title: `${stats.skipped} browser tests` })
  if (status !== 0 && !stats?.unexpected) count(false, 'browser tests')
}

/** The tests of one suite in Playwright's report, and of the suites within it, that ended so. */
function ended(how, { file, specs, suites = [] }) {
  const found = specs
    .filter((spec) => spec.tests.some(({ status }) => status === how))
    .map((spec) => ({
      title: `${file}: ${spec.title}`,
      message: spec.tests
        .flatMap(({ results }) => results.flatMap(({ errors }) => errors))
        .map(({ message }) => message)
        .join('\n'),
    }))
  return [...found, ...suites.flatMap((suite) => ended(how, suite))]
}

async function attempt(title, work) {
  console.log(`\n— ${title}`)
  try {
    await work()
    count(true, title)
  } catch (error) {
    console.error(error.message)
    count(false, title)
  }
}

function start(title, command, args, env = {}) {
  console.log(`\n— ${title}`)
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
  })
  if (error) console.error(error.message)
  return status
}

function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}

function count(passed, title) {
  if (passed) total.passed += 1
  else {
    total.failed += 1
    total.failures.push({ title, message: 'Its output stands further up.' })
    console.error(`✗ ${title}`)
  }
}

function print(how, tests) {
  for (const { title, message } of tests) console.log(`${how}: ${title}\n${indent(message)}`)
}

/** The first lines of a message, without the colours of a terminal. */
function indent(message) {
  const lines = stripVTControlCharacters(message).split('\n')
  return lines
    .slice(0, 30)
    .map((line) => `    ${line}`)
    .join('\n')
}
