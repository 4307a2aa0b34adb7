import { expect, test } from 'vitest'
import { applyTextEdits } from '@/lib/promise/command'
import { parseYaml } from './document'
import { setValue, YamlSource } from './edit'
import { staysWhole, valueSource } from './value-source'

const TEXT = `a:
    list:
        # first
        - x: 1 # one
          y: |
            text
        - {z: 2}
    flow: [1, 2] # two
    text: plain
    anchored: &A {b: 1}
    alias: *A
`

function sourceOf(...path: string[]): string | undefined {
  return valueSource(parseYaml(TEXT)[0] as never, path)
}

test('a value stands alone at the left edge, with its comments', () => {
  expect(sourceOf('a', 'list')).toBe('# first\n- x: 1 # one\n  y: |\n    text\n- {z: 2}')
  expect(sourceOf('a', 'flow')).toBe('[1, 2]')
  expect(sourceOf('a', 'text')).toBe('plain')
  expect(sourceOf('a', 'gone')).toBeUndefined()
})

test('what means something only in its place has no source of its own', () => {
  expect(sourceOf('a', 'anchored')).toBeUndefined()
  expect(sourceOf('a', 'alias')).toBeUndefined()
  expect(sourceOf('a', 'alias', 'b')).toBeUndefined()
  expect(sourceOf('a')).toBeUndefined()
})

test.each(['list', 'flow', 'text'])('put back as source, %s is what it was', (key) => {
  const [document] = parseYaml(TEXT)
  const source = sourceOf('a', key) ?? ''
  const result = document && setValue(document, ['a', key], new YamlSource(source))
  expect(result?.ok && applyTextEdits(TEXT, result.edits)).toBe(TEXT)
})

test('tells comments that would be lost', () => {
  expect(staysWhole('# a\n- b # c\n- d\n')).toBe(true)
  expect(staysWhole('- b\n# at the end')).toBe(false)
  expect(staysWhole('# far\n\n- b')).toBe(false)
  expect(staysWhole('[a] # b')).toBe(false)
})
