import { setField } from '@/lib/commands/set-field'
import { PROMISE_FILE } from '@/lib/promise/files'
import { isRecord, type Path, valueAt } from '@/lib/promise/path'
import { API } from '@/lib/promise/read'
import { show } from '@/lib/schema/misfit'
import { rejected, updateRule } from './update-rule'

/** What makes a CustomResourceDefinition the one that it is, besides its names. */
const FIELDS: readonly Path[] = [
  ['apiVersion'],
  ['kind'],
  ['metadata', 'name'],
  ['spec', 'group'],
  ['spec', 'scope'],
]

/** kratix.md 107 and 109: requests are stored under these; they never change. */
export const updateApiIdentity = updateRule('update-api-identity', ({ value }, before, report) => {
  if (!isRecord(valueAt(value, API)) || !isRecord(valueAt(before.value, API))) return
  for (const field of FIELDS) {
    const at = [...API, ...field]
    const now = valueAt(value, at)
    const old = valueAt(before.value, at)
    if (now === old || old === undefined || old === null || old === '') continue
    const restore = setField(PROMISE_FILE, at, old, `Restore ${show(old)}`)
    report(
      rejected(at, `${field.join('.')} was ${show(old)}, and the field is immutable.`, {
        suggestions: [restore],
      }),
    )
  }
})
