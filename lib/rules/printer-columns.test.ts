import { expect, test } from 'vitest'
import { printerColumns } from './printer-columns'
import { GOOD, report, spoilt } from './testing'

const places = (column: string) =>
  report(
    printerColumns,
    spoilt([
      '          served: true',
      `          additionalPrinterColumns: [${column}]\n          served: true`,
    ]),
  ).map((line) => line.split(': ')[0]?.split('.').at(-1))

test('a column has a heading, a type and a path', () => {
  expect(report(printerColumns, GOOD)).toEqual([])
  expect(places('{name: Size, type: string, jsonPath: .spec.size, format: date-time}')).toEqual([])
  expect(places('{name: Size, type: string, JSONPath: .spec.size}')).toEqual([])
  expect(places('{}')).toEqual(['name', 'type', 'jsonPath'])
  expect(places('{name: Size, type: text, jsonPath: spec.size, format: x}')).toEqual([
    'type',
    'format',
    'jsonPath',
  ])
})
