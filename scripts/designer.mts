import { readFileSync } from 'node:fs'
import { run } from '@/lib/cli/run'

const { version } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
) as { version: string }

// A reader that has seen enough (`designer … | head`) is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = await run(process.argv.slice(2), {
  // npm runs scripts in the package; the user's paths count from where npm was called.
  cwd: (process.env.npm_lifecycle_event === 'designer' && process.env.INIT_CWD) || process.cwd(),
  version,
  stdin: process.stdin,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
})
