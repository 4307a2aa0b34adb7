import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import pages from '@/components/designer/rule-pages.json'
import { RULES } from '@/lib/rules'
import {
  HEADINGS,
  heldBy,
  NOT_HELD,
  numbersOf,
  rulePages,
  rulesIndex,
  section,
} from './rules-index'

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

test('every demand of kratix.md 4 is held by a rule, or there is a reason why it is not', () => {
  const held = heldBy((id) => read(`${id}.md`))
  const open = [...held].filter(([, ids]) => ids.length === 0).map(([number]) => number)
  const reasons = Object.keys(NOT_HELD).map(Number)
  expect(open.filter((number) => !reasons.includes(number))).toEqual([])
  expect(reasons.filter((number) => !open.includes(number))).toEqual([])
})

test('the numbers of an authority are read as they are written', () => {
  const page = (authority: string) => `\n## Authority\n\n${authority}\n`
  expect(numbersOf(page('kratix.md 4.9 rule 93, 4.10 rule 97.'))).toEqual([93, 97])
  expect(numbersOf(page('kratix.md 4.2 rules 8, 9 and 23.'))).toEqual([8, 9, 23])
  expect(numbersOf(page('kratix.md 4.5 rules 54-56.'))).toEqual([54, 55, 56])
  expect(numbersOf(page('kratix.md 9.3.'))).toEqual([])
})

test('the page shows what the pages of the rules say (npm run rules-index writes it)', () => {
  expect(pages).toEqual(JSON.parse(rulePages((id) => read(`${id}.md`))))
})

test('the index is that of the pages (npm run rules-index writes it)', () => {
  expect(read('README.md')).toBe(rulesIndex((id) => read(`${id}.md`)))
})
