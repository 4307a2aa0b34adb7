// Puts the fixed sources of the TypeScript programs into a module as text, so that the page, a
// worker and Node read them in the same way. Run after a change below `programs/`:
//   npx tsx scripts/embed-programs.mts
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../lib/scaffolds/typescript')

/** Stand-ins for what `build` writes anew for every step. */
const PER_STEP = ['pipeline.ts', 'request.ts']

/** The fixed files of a step by their path below `scripts/`. */
export function programTexts(): Readonly<Record<string, string>> {
  const paths = readdirSync(join(folder, 'programs'), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(ts|json)$/.test(path) && !PER_STEP.includes(path))
    .sort()
  return Object.fromEntries(
    paths.map((path) => [path, readFileSync(join(folder, 'programs', path), 'utf8')]),
  )
}

export function embedPrograms(): void {
  writeFileSync(join(folder, 'programs.json'), `${JSON.stringify(programTexts(), null, 2)}\n`)
}

if (process.argv[1] === import.meta.filename) embedPrograms()
