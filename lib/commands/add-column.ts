import type { Command } from '@/lib/promise/command'
import { KRATIX_COLUMNS, type NewColumn } from '@/lib/schema/columns'
import { editPromiseText, set } from './edit-yaml'
import { onVersion } from './on-version'
import { insert } from './yaml-edits'

/**
 * Adds a column at the end of what `kubectl get` shows.
 * @param withKratix also writes down the two that Kratix shows of itself only while there is no
 *   other (kratix.md 2.5.4), for those whose name is free
 */
export function addColumn(index: number, column: NewColumn, withKratix = false): Command {
  const label = 'Add column'
  return onVersion(label, index, ({ version }) => {
    const list = [...version.path, 'additionalPrinterColumns']
    const names = new Set([...version.columns.map(({ name }) => name), column.name])
    const kratix = withKratix ? KRATIX_COLUMNS.filter(({ name }) => !names.has(name)) : []
    const length = version.columns.length
    const place = [...list, length]
    const added = [column, ...kratix]
    if (length === 0) return [editPromiseText({ label, place }, set(list, added))]
    return added.map((one, i) => editPromiseText({ label, place }, insert(list, length + i, one)))
  })
}
