import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { RULES } from './index'

const HELPERS = [
  'rule',
  'index',
  'check',
  'testing',
  'schema-rule',
  'shapes',
  'update-rule',
  'pipeline-rule',
  'pipeline-sources',
  'volume-projections',
  'name-version',
  'volume-files',
  'placeholder-faults',
]

test('the index lists every rule of the folder, and each rule bears the name of its file', () => {
  const files = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => name.slice(0, -3))
    .filter((name) => !HELPERS.includes(name))
  expect(RULES.map((rule) => rule.id).sort()).toEqual(files.sort())
})

test('every rule has a test beside it', () => {
  const files = new Set(readdirSync(import.meta.dirname))
  expect(RULES.filter((rule) => !files.has(`${rule.id}.test.ts`)).map((rule) => rule.id)).toEqual(
    [],
  )
})
