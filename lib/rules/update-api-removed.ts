import { setField } from '@/lib/commands/set-field'
import { PROMISE_FILE } from '@/lib/promise/files'
import { isRecord, valueAt } from '@/lib/promise/path'
import { API } from '@/lib/promise/read'
import { rejected, updateRule } from './update-rule'

/** kratix.md 106: the API may be added later, but never removed. */
export const updateApiRemoved = updateRule('update-api-removed', ({ value }, before, report) => {
  const old = valueAt(before.value, API)
  const now = valueAt(value, API)
  if (!isRecord(old) || (now !== undefined && now !== null)) return
  const restore = setField(PROMISE_FILE, API, old, 'Restore the API')
  report(rejected(API, 'cannot remove API from existing promise.', { suggestions: [restore] }))
})
