import { setField } from '@/lib/commands/set-field'
import { PROMISE_FILE } from '@/lib/promise/files'
import { isRecord, type Path, valueAt } from '@/lib/promise/path'
import { API } from '@/lib/promise/read'
import { equal, show } from '@/lib/schema/misfit'
import { rejected, updateRule } from './update-rule'

const NAMES: Path = [...API, 'spec', 'names']
const FIELDS = ['kind', 'plural', 'singular', 'listKind', 'shortNames', 'categories']

/** kratix.md 108: all names are compared with those that are installed, also the short ones. */
export const updateApiNames = updateRule('update-api-names', ({ value }, before, report) => {
  if (!isRecord(valueAt(value, API)) || !isRecord(valueAt(before.value, API))) return
  for (const field of FIELDS) {
    const at = [...NAMES, field]
    const now = given(valueAt(value, at))
    const old = given(valueAt(before.value, at))
    if (equal(now, old)) continue
    const was = old === undefined ? `there was no ${field}` : `${field} was ${show(old)}`
    const label = old === undefined ? `Remove ${field}` : `Restore ${field}`
    report(
      rejected(at, `${was}, and spec.names is immutable as a whole.`, {
        suggestions: [setField(PROMISE_FILE, at, old, label)],
      }),
    )
  }
})

/** What Go has of a name: null and the empty text are none. */
const given = (value: unknown) => (value === null || value === '' ? undefined : value)
