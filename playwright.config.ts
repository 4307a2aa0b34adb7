import { defineConfig } from '@playwright/test'
import { findBrowser } from './scripts/browser.mjs'

// The sandbox of Chromium cannot start as root.
const asRoot = process.platform === 'linux' && process.getuid?.() === 0

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './e2e/serve-site.ts',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // A test that passes with a later try only is named at the end of `npm test`: it is to be mended.
  retries: process.env.CI ? 2 : 0,
  // Many times what a quiet machine needs: a busy one is no fault.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  outputDir: 'test-results',
  use: {
    baseURL: process.env.SITE_URL,
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    // A trace costs more than the tests: `--trace=retain-on-failure` makes one where a picture is not enough.
    trace: 'off',
    launchOptions: {
      executablePath: findBrowser(),
      chromiumSandbox: !asRoot && !process.env.CI,
      args: [
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
})
