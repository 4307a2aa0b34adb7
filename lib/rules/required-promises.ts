import { removePart } from '@/lib/commands/parts'
import { checkPromiseName } from '@/lib/promise/names'
import { valueAt } from '@/lib/promise/path'
import { show } from '@/lib/schema/misfit'
import { items, text } from './pipeline-rule'
import type { Rule } from './rule'

const REQUIRED = ['spec', 'requiredPromises']

/** kratix.md 2.1, 9.1: Promises that can be there at all, each said once. */
export const requiredPromises: Rule = {
  id: 'required-promises',
  check({ promise, value }, report) {
    const seen = new Map<string, unknown>()
    for (const [i, required] of items(valueAt(value, REQUIRED))) {
      const at = [...REQUIRED, i]
      const name = text(required.name) ?? ''
      const remove = { ...removePart(at, ['spec']), label: 'Remove the requirement' }
      const say = (message: string): void =>
        report({ severity: 'warning', at: [...at, 'name'], message, suggestions: [remove] })
      const wrong = checkPromiseName(name)
      if (wrong) say(wrong.replace('The Promise name', 'The name of a required Promise'))
      else if (name === promise.name) {
        say('The Promise requires itself: it would wait for ever until it is available.')
      } else if (seen.has(name)) {
        const other = seen.get(name)
        say(
          other === required.version
            ? `The Promise ${show(name)} is required twice.`
            : `The Promise ${show(name)} is required at two versions.`,
        )
      }
      if (!seen.has(name)) seen.set(name, required.version)
    }
  },
}
