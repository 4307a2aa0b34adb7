import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { EMBEDDED, type EmbeddedLanguage, programTexts } from '@/scripts/embed-programs.mjs'

test.each(Object.keys(EMBEDDED) as EmbeddedLanguage[])(
  '%s/programs.json holds the files in programs/ (npx tsx scripts/embed-programs.mts)',
  (language) => {
    const json = readFileSync(join(import.meta.dirname, language, 'programs.json'), 'utf8')
    const embedded = JSON.parse(json) as Readonly<Record<string, string>>
    const sources = programTexts(language)
    const paths = [...new Set([...Object.keys(sources), ...Object.keys(embedded)])]
    expect(paths.filter((path) => sources[path] !== embedded[path])).toEqual([])
  },
)
