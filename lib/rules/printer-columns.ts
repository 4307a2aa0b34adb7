import { isRecord, valueAt } from '@/lib/promise/path'
import { COLUMN_FORMATS, COLUMN_TYPES } from '@/lib/schema/columns'
import { show } from '@/lib/schema/misfit'
import type { Rule } from './rule'

const TYPES: readonly string[] = COLUMN_TYPES.toSorted()
const FORMATS: readonly string[] = COLUMN_FORMATS

/** kratix.md 92. */
export const printerColumns: Rule = {
  id: 'printer-columns',
  check({ promise: { api }, value }, report) {
    for (const { path } of api?.versions ?? []) {
      const columns = valueAt(value, [...path, 'additionalPrinterColumns'])
      for (const [i, column] of Array.isArray(columns) ? columns.entries() : []) {
        const { name, type, format, ...others } = isRecord(column) ? column : {}
        // Generated CRDs of old write it `JSONPath`, which Kratix reads as well.
        const jsonPath = others.jsonPath ?? others.JSONPath
        const say = (key: string, message: string) =>
          report({
            severity: 'error',
            message,
            at: [...path, 'additionalPrinterColumns', i, key],
          })
        if (!name) say('name', 'The column has no name, which is its heading.')
        if (!type || (typeof type === 'string' && !TYPES.includes(type))) {
          say(
            'type',
            `The type of the column ${type ? `is ${show(type)}` : 'is missing'}; it must be one of ${TYPES.join(', ')}.`,
          )
        }
        if (typeof format === 'string' && format !== '' && !FORMATS.includes(format)) {
          say(
            'format',
            `The format of the column is ${show(format)}; it must be one of ${FORMATS.join(', ')}.`,
          )
        }
        if (!jsonPath) say('jsonPath', 'The column has no jsonPath, which says what it shows.')
        else if (typeof jsonPath === 'string' && !jsonPath.startsWith('.')) {
          say(
            'jsonPath',
            `The jsonPath ${show(jsonPath)} must be a simple json path starting with ".".`,
          )
        }
      }
    }
  },
}
