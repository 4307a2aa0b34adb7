import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { root } from './ensure.mjs'

// The sandbox of Try it (docs/decisions/0008): `frame.html` with a policy of its own, and the worker
// as one text, since it can load nothing. Into `out` after `next build`, into `public` for `next dev`.

const [, , target = 'out'] = process.argv
const folder = join(root, target, 'sandbox')
mkdirSync(folder, { recursive: true })

const html = readFileSync(join(root, 'components/try-it/sandbox/frame.html'), 'utf8')
const [, script = ''] = /<script>([\s\S]*?)<\/script>/.exec(html) ?? []
const policy = [
  "default-src 'none'",
  // Programs are texts until they run; nothing is loaded from anywhere.
  `script-src 'sha256-${createHash('sha256').update(script).digest('base64')}' 'unsafe-eval'`,
  'worker-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')
const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`
const secured = html.replace('<head>', `<head>${meta}`)
if (script === '' || secured === html) throw new Error('frame.html has no script or no <head>')
writeFileSync(join(folder, 'frame.html'), secured)

await build({
  entryPoints: [join(root, 'lib/sandbox/worker.ts')],
  outfile: join(folder, 'program.js'),
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  platform: 'browser',
  // One form of each package: `sucrase` comes as two, and we use a part of it that has one alone.
  mainFields: ['main'],
  alias: { '@': root },
  legalComments: 'eof',
  logLevel: 'warning',
})
