import { expect, test } from 'vitest'
import { applyTextEdits } from '@/lib/promise/command'
import { parseYaml } from './document'
import { type Edited, insertItems, removeItems } from './edit'

function after(text: string, edit: (doc: ReturnType<typeof parseYaml>[number]) => Edited): string {
  const [document] = parseYaml(text)
  if (!document) throw new Error('no document')
  const result = edit(document)
  return result.ok ? applyTextEdits(text, result.edits) : result.reason
}

test('some items go at once, from the middle and from the end', () => {
  const gone = (text: string, ...indexes: number[]) =>
    after(text, (document) => removeItems(document, ['l'], indexes))
  expect(gone('l: [a, b, c, d]\n', 1, 3, 2)).toBe('l: [a]\n')
  expect(gone('l: [a, b, c, d]\n', 0, 2, 3)).toBe('l: [b]\n')
  expect(gone('l: [a, b, c, d,]\n', 2, 3)).toBe('l: [a, b,]\n')
  expect(gone('l:\n  - a # one\n  # two\n  - b\n  - c\n  - d', 1, 3)).toBe('l:\n  - a # one\n  - c')
})

test('several items come at once', () => {
  const come = (text: string, index: number) =>
    after(text, (document) => insertItems(document, ['l'], index, ['v', 'w']))
  expect(come('l: [a, b]\n', 1)).toBe('l: [a, v, w, b]\n')
  expect(come('l:\n  - a # one\n  - b\n', 2)).toBe('l:\n  - a # one\n  - b\n  - v\n  - w\n')
  expect(come('l: []\n', 0)).toContain('- v')
})
