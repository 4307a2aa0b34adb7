import { setField } from '@/lib/commands/set-field'
import { PROMISE_FILE } from '@/lib/promise/files'
import { show } from '@/lib/schema/misfit'
import { narrowings } from '@/lib/schema/narrowings'
import { breaking, schemaUpdateRule } from './update-rule'

/** kratix.md 9.3: stored values that the schema no longer takes are invalid at their next write. */
export const updateNarrowed = schemaUpdateRule('update-narrowed', (pair, report) => {
  if (pair.now.type !== pair.before.type) return
  for (const [keyword, what] of narrowings(pair.now, pair.before)) {
    const at = [...pair.path, keyword]
    const old = pair.before[keyword]
    const label = old === undefined ? `Remove ${keyword}` : `Restore ${keyword} ${show(old)}`
    const where = pair.name === '' ? 'the request' : pair.name
    report(
      breaking(at, `${where} ${what}, so a stored value may no longer fit.`, {
        suggestions: [setField(PROMISE_FILE, at, old, label)],
      }),
    )
  }
})
