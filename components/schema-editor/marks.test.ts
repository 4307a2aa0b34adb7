import { expect, test } from 'vitest'
import { propertiesOf } from '@/lib/schema/properties'
import { allMarked, extended, type Marks, markedRows, NO_MARKS, toggled } from './marks'
import { type PropertyRow, rowsOf } from './rows'

const text = { type: 'string' }
const spec = { type: 'object', properties: { a: text, b: text, c: text, d: text } }
const rows = rowsOf(propertiesOf({ properties: { spec } }, []), new Set())
const [a, b, c, d] = rows as [PropertyRow, PropertyRow, PropertyRow, PropertyRow]
const names = (marks: Marks) =>
  markedRows(rows, marks)
    .map(({ property }) => property.name)
    .join('')

test('single rows are marked and not any more, the current one with the first', () => {
  const one = toggled(NO_MARKS, c, a)
  expect(names(one)).toBe('ac')
  expect(names(toggled(one, a))).toBe('c')
  expect(toggled(toggled(NO_MARKS, b), b)).toBe(NO_MARKS)
})

test('a range goes from its anchor in both directions, and is drawn anew', () => {
  const down = extended(rows, NO_MARKS, d, b)
  expect(names(down)).toBe('bcd')
  expect(names(extended(rows, down, a))).toBe('ab')
  expect(names(extended(rows, NO_MARKS, c))).toBe('c')
})

test('what is gone is not marked', () => {
  expect(markedRows([a, b], allMarked(rows))).toEqual([a, b])
  expect(allMarked([])).toBe(NO_MARKS)
})
