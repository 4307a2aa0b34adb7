import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SCHEMA_KEYWORDS } from '@/lib/rules/shapes'
import { KEYWORDS } from '@/lib/schema/keywords'
import { keywordDocs } from './keyword-docs'

test('the keywords are the fields of JSONSchemaProps, no more and no less', () => {
  expect(KEYWORDS.map(({ name }) => name).toSorted()).toEqual([...SCHEMA_KEYWORDS].toSorted())
})

test('the page is that of the keywords (npm run keyword-docs writes it)', () => {
  const page = readFileSync(join(import.meta.dirname, '../docs/schema-keywords.md'), 'utf8')
  expect(page).toBe(keywordDocs())
})
