import { setField } from '@/lib/commands/set-field'
import { PROMISE_FILE } from '@/lib/promise/files'
import { equal, show } from '@/lib/schema/misfit'
import { risky, schemaUpdateRule } from './update-rule'

/** kratix.md 9.3: requests that rely on a default render differently at the next run. */
export const updateDefaults = schemaUpdateRule('update-defaults', (pair, report) => {
  const { now, before, path, name } = pair
  const old = before.default
  if (old === undefined || old === null || equal(now.default, old)) return
  const gone = now.default === undefined || now.default === null
  const at = gone ? path : [...path, 'default']
  const what = gone ? 'has no default any more' : `has the default ${show(now.default)} now`
  report(
    risky(at, `${name} ${what} (it was ${show(old)}), so requests that rely on it change.`, {
      suggestions: [
        setField(PROMISE_FILE, [...path, 'default'], old, `Restore default ${show(old)}`),
      ],
    }),
  )
})
