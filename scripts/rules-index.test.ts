import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { RULES } from '@/lib/rules'
import { HEADINGS, rulesIndex, section } from './rules-index'

const folder = join(import.meta.dirname, '../docs/rules')
const read = (name: string) => readFileSync(join(folder, name), 'utf8')

test('every rule has a page, and every page a rule', () => {
  const pages = readdirSync(folder).filter((name) => name !== 'README.md')
  expect(pages.toSorted()).toEqual(RULES.map(({ id }) => `${id}.md`).toSorted())
})

test('the pages have one shape', () => {
  for (const { id } of RULES) {
    const page = read(`${id}.md`)
    expect(page.startsWith(`# ${id}\n\nSeverity: `)).toBe(true)
    const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)
    expect(headings).toEqual(HEADINGS)
    for (const heading of HEADINGS) expect(section(page, heading)).toMatch(/\.(\*\*)?$/)
  }
})

test('the index is that of the pages (npm run rules-index writes it)', () => {
  expect(read('README.md')).toBe(rulesIndex((id) => read(`${id}.md`)))
})
