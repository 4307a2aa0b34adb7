import { expect, test } from 'vitest'
import { programTexts } from '@/scripts/embed-programs.mjs'
import embedded from './programs.json'

test('programs.json holds the files in programs/ (npx tsx scripts/embed-programs.mts)', () => {
  const sources = programTexts()
  const texts: Readonly<Record<string, string>> = embedded
  const paths = [...new Set([...Object.keys(sources), ...Object.keys(texts)])]
  expect(paths.filter((path) => sources[path] !== texts[path])).toEqual([])
})
