import { spawnSync } from 'node:child_process'
import { ensurePackages, root } from './ensure.mjs'

// `npm run test:long`: tests that try at random what `npm test` tries less often.

ensurePackages()
const { ensureBrowser } = await import('./browser.mjs')
const { status, error } = spawnSync('npx', ['playwright', 'test', 'e2e/killing.spec.ts'], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: {
    ...process.env,
    LONG: '1',
    CHROMIUM_PATH: ensureBrowser(),
    NEXT_TELEMETRY_DISABLED: '1',
  },
})
if (error) console.error(error.message)
process.exitCode = status ?? 1
