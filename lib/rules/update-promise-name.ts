import { setPromiseName } from '@/lib/commands/set-promise-name'
import { show } from '@/lib/schema/misfit'
import type { Rule } from './rule'

/** kratix.md 111: Kubernetes objects are not renamed; a new name is a new object. */
export const updatePromiseName: Rule = {
  id: 'update-promise-name',
  check({ promise, before }, report) {
    const old = before?.promise
    if (!old || old.name === '' || promise.name === '' || old.name === promise.name) return
    const crd = promise.api?.crdName
    const shared = crd && crd === old.api?.crdName
    const collides = shared ? `, and its API ${show(crd)} still belongs to the installed one` : ''
    report({
      severity: 'warning',
      message: `The Promise was ${show(old.name)}; with another name it is a new Promise${collides}.`,
      at: ['metadata', 'name'],
      suggestions: [{ ...setPromiseName(old.name), label: `Name it ${show(old.name)}` }],
    })
  },
}
