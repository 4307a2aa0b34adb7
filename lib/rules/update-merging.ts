import { setField } from '@/lib/commands/set-field'
import { PROMISE_FILE } from '@/lib/promise/files'
import { equal, show } from '@/lib/schema/misfit'
import { risky, schemaUpdateRule } from './update-rule'

const KEYWORDS = ['x-kubernetes-list-type', 'x-kubernetes-list-map-keys', 'x-kubernetes-map-type']

/** kratix.md 9.3: how a list or map is merged decides who owns what of it. */
export const updateMerging = schemaUpdateRule('update-merging', (pair, report) => {
  const { now, before, path, name } = pair
  for (const keyword of KEYWORDS) {
    const old = before[keyword] ?? undefined
    if (equal(now[keyword] ?? undefined, old)) continue
    const label = old === undefined ? `Remove ${keyword}` : `Restore ${keyword} ${show(old)}`
    report(
      risky(
        [...path, keyword],
        `${name} is merged in another way (${keyword} was ${old === undefined ? 'not set' : show(old)}): fields change their owners, and what is there twice becomes invalid.`,
        { suggestions: [setField(PROMISE_FILE, [...path, keyword], old, label)] },
      ),
    )
  }
})
