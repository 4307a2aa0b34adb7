import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LANGUAGES } from '@/lib/promise/settings'
import { LANGUAGE_LIST, languageOf } from './languages'

test('every language that settings can name has a folder and a line in the index', () => {
  const folders = LANGUAGES.filter((id) => existsSync(join(import.meta.dirname, id, 'index.ts')))
  expect(LANGUAGE_LIST.map(({ id }) => id).sort()).toEqual([...folders].sort())
  for (const id of folders) expect(languageOf(id)?.id).toBe(id)
})

test('no folder of a language is left out of the settings', () => {
  const known: readonly string[] = [...LANGUAGES, 'dependencies', 'encode', 'repository']
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
  expect(folders.filter((name) => !known.includes(name))).toEqual([])
})
