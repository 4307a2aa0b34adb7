import { expect, test } from 'vitest'
import { applyTextEdits } from '@/lib/promise/command'
import { parseYaml } from './document'
import { pasteItem } from './edit'

function pasted(text: string, index: number, source: string): string {
  const [document] = parseYaml(text)
  if (!document) throw new Error('unreadable')
  const result = pasteItem(document, ['list'], index, source)
  return result.ok ? applyTextEdits(text, result.edits) : `refused: ${result.reason}`
}

const ITEM = '# why\nname: b # who\nscript: |\n  one\n\n  two\n'

test('an item comes with its comments and its block scalars, at the indent of the list', () => {
  expect(pasted('list:\n  - name: a\n  - name: c # last\nrest: 1\n', 1, ITEM)).toBe(
    'list:\n  - name: a\n  # why\n  - name: b # who\n    script: |\n      one\n\n      two\n  - name: c # last\nrest: 1\n',
  )
  expect(pasted('list:\n- name: a\n', 1, ITEM)).toBe(
    'list:\n- name: a\n# why\n- name: b # who\n  script: |\n    one\n\n    two\n',
  )
})

test('a list comes into being, an empty one is filled, one in flow stays in flow', () => {
  expect(pasted('other: 1\n', 0, 'name: b\n')).toBe('other: 1\nlist:\n  - name: b\n')
  expect(pasted('list: []\n', 0, 'name: b\n')).toBe('list:\n  - name: b\n')
  expect(pasted('list: [{name: a}]\n', 1, 'name: b\nsize: 1\n')).toBe(
    'list: [{name: a}, {name: b, size: 1}]\n',
  )
})

test('line ends are those of the file that gets it', () => {
  expect(pasted('list:\r\n  - a: 1\r\n', 1, 'b: 1\nc: 2\n')).toBe(
    'list:\r\n  - a: 1\r\n  - b: 1\r\n    c: 2\r\n',
  )
})

test('what is no list, and a place beyond its end, is refused', () => {
  expect(pasted('list: {a: 1}\n', 0, 'b: 1\n')).toBe('refused: list is not a list.')
  expect(pasted('list: [1]\n', 2, 'b: 1\n')).toBe('refused: list has only 1 items.')
})
