import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './ensure.mjs'
import { listFiles } from './list-files.mjs'
import { policyFor } from './serve.mjs'

// After `next build`: writes into each page the policy that allows just its own inline scripts, so
// that the site is as strict on any host of plain files as it is under `npm start`. The frame of the
// sandbox has a policy of its own (build-sandbox.mjs).

for (const file of listFiles(join(root, 'out')).filter((path) => path.endsWith('.html'))) {
  const html = readFileSync(file, 'utf8')
  if (html.includes('<meta http-equiv="Content-Security-Policy"')) continue
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policyFor(html)}"/>`
  const secured = html.replace('<head>', `<head>${meta}`)
  if (secured === html) throw new Error(`${file} has no <head> to write the policy into`)
  writeFileSync(file, secured)
}
