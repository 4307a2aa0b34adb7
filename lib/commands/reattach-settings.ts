import { type Command, refused } from '@/lib/promise/command'
import type { StepKey } from '@/lib/promise/workflows'
import { carry } from './carry'
import { plan } from './plan'
import { readSettings } from './settings'

/** Gives the settings and files of a step that is gone (renamed by hand) to one that has none. */
export function reattachSettings(from: StepKey, to: StepKey): Command {
  return plan('Reattach settings', ({ files, steps }) => {
    if (!readSettings(files).keys.includes(from))
      return refused(`There are no settings of ${from}.`)
    if (steps.some(({ key }) => key === from)) return refused(`The step ${from} is still there.`)
    const target = steps.find(({ key }) => key === to)
    if (!target) return refused(`There is no step ${to}.`)
    if (target.folder === undefined) return refused(`The step ${to} needs valid names first.`)
    if (readSettings(files).keys.includes(to))
      return refused(`The step ${to} has settings already.`)
    return [carry(from, to, 'move')]
  })
}
