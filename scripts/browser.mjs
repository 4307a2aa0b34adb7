import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The browser for the tests: the one named, an installed one, or Playwright's own if present. */
export function findBrowser() {
  const named = process.env.CHROMIUM_PATH
  if (named) return existsSync(named) ? named : undefined
  return [...INSTALLED, chromium.executablePath()].find((path) => existsSync(path))
}

/** Finds a browser or installs one. @throws Error that says what to do when none can be had. */
export function ensureBrowser() {
  const found = findBrowser()
  if (found) return found
  if (process.env.CHROMIUM_PATH) {
    throw new Error(`CHROMIUM_PATH names ${process.env.CHROMIUM_PATH}, which does not exist.`)
  }
  console.log('No Chromium or Chrome is installed; fetching the browser of Playwright…')
  const fetched = spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit' })
  if (fetched.status !== 0 && process.platform === 'linux' && process.getuid?.() === 0) {
    console.log('That failed; installing the Chromium of the Linux distribution…')
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
    const packages = ['chromium', 'fonts-dejavu-core']
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  }
  const installed = findBrowser()
  if (installed) return installed
  throw new Error(
    'The browser tests need Chromium or Chrome, and none could be installed. Install one, or set CHROMIUM_PATH to its executable.',
  )
}
