import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { build } from './build'
import { GOLDEN_FOLDER, goldenDesigns } from './golden-designs'

const root = join(import.meta.dirname, '../..', GOLDEN_FOLDER)
const designs = goldenDesigns()

function pathsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}

describe('the golden repositories (npm run golden writes them anew)', () => {
  test('are those of the designs', () => {
    expect(readdirSync(root).sort()).toEqual([...designs.keys()].sort())
  })
  test.each([...designs])('%s is what is built today', (name, files) => {
    const folder = join(root, name)
    const built = build(files)
    expect(built.diagnostics).toEqual([])
    expect(pathsBelow(folder)).toEqual([...built.files.keys()].sort())
    for (const { path, content, executable } of built.files.values()) {
      expect(readFileSync(join(folder, path), 'utf8'), path).toBe(content.text)
      const runnable = (statSync(join(folder, path)).mode & 0o100) !== 0
      expect(runnable, path).toBe(executable)
    }
  })
})
