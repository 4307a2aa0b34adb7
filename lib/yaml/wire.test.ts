import { describe, expect, test } from 'vitest'
import { valueAt } from '@/lib/promise/path'
import { parseYaml, revive, serialise } from './document'
import { removeAt, setValue } from './edit'
import { documentOf, pathsOf, textAfter } from './test-support'

const item = `- apiVersion: v1
  kind: ConfigMap
  metadata:
    name: one
    labels: {a: {b: c}}
  data:
    key: value
    deep:
      deeper:
        deepest: [1]
    list: [x]
`
const small = `spec:\n  dependencies:\n${item.replace(/^/gm, '  ')}kind: Promise\n`
const large = `${small}filler: ${'x'.repeat(100_000)}\n`

function sent(text: string) {
  const [document] = revive(structuredClone(serialise(parseYaml(text))), text)
  if (!document) throw new Error('no document')
  return document
}

describe('a document that came from another thread', () => {
  test('is whole when it is small', () => {
    expect(sent(small).value()).toEqual(documentOf(small).value())
  })

  test('answers for ranges and places as the one that was sent', () => {
    const document = documentOf(small)
    for (const path of pathsOf(document.value())) {
      expect(sent(small).rangeOf(path)).toEqual(document.rangeOf(path))
      expect(sent(small).source(path)).toEqual(document.source(path))
    }
  })

  test('keeps of a large file the metadata of dependencies, but not their depths', () => {
    expect(valueAt(sent(large).value(), ['spec', 'dependencies', 0])).toEqual({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'one', labels: { a: { b: 'c' } } },
      data: { key: 'value', deep: {}, list: [] },
    })
  })

  test('answers for what is left out with the place that holds it', () => {
    const deep = ['spec', 'dependencies', 0, 'data', 'deep']
    const document = sent(large)
    expect(document.rangeOf([...deep, 'deeper', 'deepest', 0])).toEqual(document.rangeOf(deep))
    expect(document.pathAt(large.indexOf('deepest'))).toEqual(deep)
    expect(document.has([...deep, 'deeper', 'deepest', 0])).toBe(true)
    expect(document.has([...deep, 'other'])).toBe(false)
    expect(document.source([...deep, 'deeper', 'deepest'])).toBe('[1]')
  })

  test('is edited where it was left out, too', () => {
    const path = ['spec', 'dependencies', 0, 'data', 'deep', 'deeper', 'deepest', 0]
    const text = textAfter(sent(large), setValue(sent(large), path, 2))
    expect(text).toBe(large.replace('[1]', '[2]'))
    const list = ['spec', 'dependencies', 0, 'data', 'deep']
    expect(textAfter(sent(large), setValue(sent(large), list, {}))).toContain('    deep: {}\n')
    expect(textAfter(sent(large), removeAt(sent(large), ['spec', 'dependencies', 0]))).toBe(
      textAfter(documentOf(large), removeAt(documentOf(large), ['spec', 'dependencies', 0])),
    )
  })
})
