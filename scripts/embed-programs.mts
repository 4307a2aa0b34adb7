// Puts the fixed sources of generated programs into modules as text, so that the page, a worker and
// Node read them in the same way. Run after a change below a `programs/` folder:
//   npx tsx scripts/embed-programs.mts
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const scaffolds = join(import.meta.dirname, '../lib/scaffolds')

/** The languages that keep their sources so, and which files there only stand in for others. */
export const EMBEDDED = {
  go: { sources: /\.go$/, standIns: ['pipeline.go'] },
  typescript: { sources: /\.(ts|json)$/, standIns: ['pipeline.ts', 'request.ts'] },
  python: { sources: /\.py$/, standIns: ['pipeline.py'] },
  bash: { sources: /\.sh$/, standIns: [] },
} as const satisfies Readonly<
  Record<string, { readonly sources: RegExp; readonly standIns: readonly string[] }>
>
export type EmbeddedLanguage = keyof typeof EMBEDDED

/** The fixed files of a step by their path below `scripts/`. */
export function programTexts(language: EmbeddedLanguage): Readonly<Record<string, string>> {
  const folder = join(scaffolds, language, 'programs')
  const { sources, standIns } = EMBEDDED[language]
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => sources.test(path) && !standIns.some((standIn) => standIn === path))
    .sort()
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]))
}

export function embedPrograms(): void {
  for (const language of Object.keys(EMBEDDED) as EmbeddedLanguage[]) {
    const json = `${JSON.stringify(programTexts(language), null, 2)}\n`
    writeFileSync(join(scaffolds, language, 'programs.json'), json)
  }
}

if (process.argv[1] === import.meta.filename) embedPrograms()
