import { spawnSync } from 'node:child_process'
import { ensurePackages, root } from './ensure.mjs'

// `npm run test:long`: what is tried at random, far more often than `npm test` tries it.

ensurePackages()
const { ensureBrowser } = await import('./browser.mjs')
const env = {
  ...process.env,
  LONG: '1',
  CHROMIUM_PATH: ensureBrowser(),
  NEXT_TELEMETRY_DISABLED: '1',
}

run('vitest', 'run', '--project', 'unit')
run('vitest', 'run', '--project', 'programs')
run('playwright', 'test', 'e2e/killing.spec.ts')

function run(...command) {
  const { status, error } = spawnSync('npx', command, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env,
  })
  if (error) console.error(error.message)
  if (status !== 0) process.exitCode = status ?? 1
}
