import { expect, test } from 'vitest'
import { parseYaml } from '@/lib/yaml/document'
import { markRange } from './mark-range'

const TEXT = `spec:
  size: small
  flow: {a: 1}
  text: |
    one
    two
  list:
    - name: a
      port: 1
    - b
`
const document = parseYaml(TEXT)[0]

const marked = (...path: (string | number)[]) => {
  if (!document) throw new Error('there is no document')
  const range = markRange(document, path)
  return range && TEXT.slice(range.from, range.to)
}

test('a fault marks one line at most: the value, else its key, else how an item begins', () => {
  expect(marked('spec', 'size')).toBe('small')
  expect(marked('spec', 'flow')).toBe('{a: 1}')
  expect(marked('spec')).toBe('spec')
  expect(marked('spec', 'text')).toBe('text')
  expect(marked('spec', 'list')).toBe('list')
  expect(marked('spec', 'list', 0)).toBe('name: a')
  expect(marked('spec', 'list', 1)).toBe('b')
})

test('what is missing is marked at what should hold it', () => {
  expect(marked('spec', 'size', 'x')).toBe('size')
  expect(marked('spec', 'list', 0, 'host')).toBe('name: a')
  expect(marked('other')).toBeUndefined()
})
