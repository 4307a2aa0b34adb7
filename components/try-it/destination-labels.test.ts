import { expect, test } from 'vitest'
import { labelsText, readLabels } from './destination-labels'

test('labels on a line are read back', () => {
  const texts: readonly Readonly<Record<string, string>>[] = [
    {},
    { environment: 'dev' },
    { 'a.b/c': '1', d: '' },
  ]
  for (const labels of texts) {
    expect(readLabels(labelsText(labels))).toEqual({ ok: true, labels })
  }
  expect(readLabels(' a = b ,, ')).toEqual({ ok: true, labels: { a: 'b' } })
})

test('what is no label is refused with the reason', () => {
  expect(readLabels('environment')).toEqual({ ok: false, reason: 'Write environment=value.' })
  expect(readLabels('a=b, a=c')).toEqual({ ok: false, reason: 'The label "a" is there twice.' })
  expect(readLabels('a b=c').ok).toBe(false)
  expect(readLabels('a=b c').ok).toBe(false)
})
