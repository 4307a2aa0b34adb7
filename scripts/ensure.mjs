import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// Runs before anything is installed: Node's own modules only.

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Runs a command with the terminal of this process. @throws Error when it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    ...options,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...options.env },
  })
  if (error) throw error
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed with exit code ${status}`)
}

/** Installs the packages of the lock file unless exactly these are installed already. */
export function ensurePackages() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  const stamp = createHash('sha256').update(lock).update(process.version).digest('hex')
  const file = join(root, 'node_modules', '.promise-designer-lock')
  if (existsSync(file) && readFileSync(file, 'utf8') === stamp) return
  console.log('Installing packages (npm ci)…')
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  writeFileSync(file, stamp)
}

/** Folders and files that the site is built from. */
const SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'package-lock.json',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'scripts/build-sandbox.mjs',
  'scripts/secure-export.mjs',
]
/** Made by the build. */
const MADE = join(root, 'public', 'sandbox')

/** Builds `out/` unless it was built from just these sources. */
export async function ensureSite() {
  const { listFiles } = await import('./list-files.mjs')
  const hash = createHash('sha256')
  for (const path of SOURCES.flatMap((source) => listFiles(join(root, source)))) {
    if (path.startsWith(MADE)) continue
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path))
  }
  const stamp = hash.digest('hex')
  const file = join(root, '.cache', 'site')
  const site = join(root, 'out')
  if (
    existsSync(join(site, 'index.html')) &&
    existsSync(file) &&
    readFileSync(file, 'utf8') === stamp
  ) {
    return site
  }
  console.log('Building the site (about a minute)…')
  run('npm', ['run', '--silent', 'build'])
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, stamp)
  return site
}
