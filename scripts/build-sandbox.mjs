import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { pyodideFolder, pythonTexts } from '../lib/sandbox/python-parts.mjs'
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

const options = {
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
}
await build({
  ...options,
  entryPoints: [join(root, 'lib/sandbox/worker.ts')],
  outfile: join(folder, 'program.js'),
})

// The interpreter of Python, which is loaded when it is asked for: packed, whatever the host packs.
const { outputFiles } = await build({
  ...options,
  entryPoints: [join(root, 'lib/sandbox/python-worker.ts')],
  write: false,
  // The parts of pyodide for Node, which are never reached in a worker.
  external: ['node:*', 'ws'],
  logOverride: { 'empty-import-meta': 'silent' },
})
const parts = {
  worker: outputFiles[0].contents,
  wasm: readFileSync(join(pyodideFolder, 'pyodide.asm.wasm')),
  library: readFileSync(join(pyodideFolder, 'python_stdlib.zip')),
  texts: JSON.stringify(pythonTexts()),
}
mkdirSync(join(folder, 'python'), { recursive: true })
let size = 0
for (const [name, content] of Object.entries(parts)) {
  const packed = gzipSync(content, { level: 9 })
  size += packed.length
  writeFileSync(join(folder, 'python', `${name}.bin`), packed)
}
const said = JSON.parse(readFileSync(join(root, 'lib/sandbox/python-size.json'), 'utf8')).megabytes
if (Math.round(size / 1e6) !== said) {
  throw new Error(`Python takes ${size} bytes, and lib/sandbox/python-size.json says ${said} MB`)
}
