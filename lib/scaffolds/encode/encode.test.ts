import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeShellWord, makeValue, targetNames } from './makefile'
import { markdownBlock, markdownCode, markdownTable, markdownText } from './markdown'
import { shellWord } from './shell'
import { hashComment, oneLine } from './text'

const hostile = [
  'a: {b',
  'two\nlines',
  '${x}',
  '"; rm -rf /',
  '$(id)',
  '*/',
  '`id`',
  'a | b',
  "it's",
  'back\\slash\\',
  '#hash',
  '\\#',
  '\\\\#',
  '\u2028',
  '$$(shell id)',
  '<img src=x onerror=alert(1)>',
  '-n',
  '',
]
// Shells are started for these, so a handful of random texts must do.
const anyText = fc.string({ unit: 'grapheme', maxLength: 30 })

describe('a word of a shell', () => {
  test('arrives in the command as it was', () => {
    const words = [...hostile, ...fc.sample(anyText, { numRuns: 100, seed: 1 })]
    const script = `printf '%s\\0' ${words.map(shellWord).join(' ')}`
    const out = execFileSync('bash', ['-c', script], { encoding: 'utf8' })
    expect(out.split('\0').slice(0, -1)).toEqual(words)
  })
})

describe('a Makefile', () => {
  const printed = (lines: readonly string[]): string[] => {
    const folder = mkdtempSync(join(tmpdir(), 'make-'))
    try {
      writeFileSync(join(folder, 'Makefile'), lines.join('\n'))
      return execFileSync('make', ['-s', '-C', folder], { encoding: 'utf8' })
        .split('\n')
        .filter((line) => line !== '')
    } finally {
      rmSync(folder, { recursive: true })
    }
  }
  const words = [...hostile, ...fc.sample(anyText, { numRuns: 100, seed: 2 })]
  test('hands a word of a recipe to its command as it was, on one line', () => {
    const recipe = words.map((word) => `\t@printf '[%s]\\n' ${makeShellWord(word)}`)
    expect(printed(['all:', ...recipe])).toEqual(words.map((word) => `[${oneLine(word)}]`))
  })
  test('holds a value as it was, on one line', () => {
    const values = words.map((word, i) => `V${i} := ${makeValue(word)}`)
    const recipe = words.map((_, i) => `\t@printf '[%s]\\n' "$$V${i}"`)
    const exported = words.map((_, i) => `export V${i}`)
    expect(printed([...values, ...exported, 'all:', ...recipe])).toEqual(
      words.map((word) => `[${oneLine(word)}]`),
    )
  })
  test('takes no command from a comment', () => {
    const comments = words.map(hashComment)
    expect(printed([...comments, 'all:', '\t@echo fine'])).toEqual(['fine'])
  })
  test('has a name of its own for every step', () => {
    expect(targetNames(['a/b-c', 'a-b/c', 'a b c', '…'])).toEqual([
      'a-b-c',
      'a-b-c-2',
      'a-b-c-3',
      'step',
    ])
  })
})

describe('Markdown', () => {
  const cells = (row: string) =>
    row.match(/(?:\\[^\n]|[^|\\\n])+/g)?.filter((cell) => cell.trim() !== '')
  test('keeps the columns of a table, whatever its cells hold', () => {
    for (const text of [...hostile, 'a\\|b', 'a\\\\|b', ...fc.sample(anyText, 200)]) {
      const row = [markdownCode(`x${text}y`), markdownText(`x${text}y`)]
      const table = markdownTable(['Code', 'Text'], [row])
      expect(table.split('\n'), JSON.stringify(text)).toHaveLength(3)
      expect(cells(table.split('\n')[2] ?? ''), JSON.stringify(text)).toHaveLength(2)
    }
  })
  test('has a fence longer than any inside the block', () => {
    expect(markdownBlock('yaml', 'a: ```\n```` b\n')).toBe('`````yaml\na: ```\n```` b\n`````')
    expect(markdownCode('a `` b')).toBe('```a `` b```')
    expect(markdownCode('`')).toBe('`` ` ``')
  })
  test('shows HTML instead of running it', () => {
    expect(markdownText('<img src=x> & [a](b)')).toBe('&lt;img src=x&gt; &amp; \\[a\\](b)')
  })
})

test('a comment stays one line and goes on in no other', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(hashComment(text)).toMatch(/^#[^\r\n\u2028\u2029]*$/)
      expect(hashComment(text)).not.toMatch(/\\$/)
    }),
  )
})
