import { checkDns1035, checkKind, checkPlural, checkSingular } from '@/lib/promise/names'
import { type Path, valueAt } from '@/lib/promise/path'
import { API } from '@/lib/promise/read'
import type { Rule } from './rule'

const NAMES: Path = [...API, 'spec', 'names']

/** kratix.md 43-47. The API server fills in singular and listKind when they are absent. */
export const apiNames: Rule = {
  id: 'api-names',
  check({ promise: { api }, value }, report) {
    if (!api) return
    const names = (key: string) => valueAt(value, [...NAMES, key])
    const check = (key: string, message: string | undefined) => {
      if (message) report({ severity: 'error', message, at: [...NAMES, key] })
    }
    check('kind', checkKind(api.kind))
    check('plural', checkPlural(api.plural))
    if (api.singular !== '') check('singular', checkSingular(api.singular))
    const listKind = names('listKind')
    if (typeof listKind === 'string' && listKind !== '') {
      check('listKind', checkKind(listKind, 'The list kind'))
      if (listKind === api.kind)
        check('listKind', `The list kind "${listKind}" must differ from the kind.`)
    }
    if ((listKind === undefined || listKind === null || listKind === '') && api.kind !== '') {
      const made = checkKind(`${api.kind}List`, 'The list kind, made of the kind,')
      if (made && !checkKind(api.kind)) check('listKind', made)
    }
    for (const key of ['shortNames', 'categories']) {
      const list = names(key)
      for (const [i, name] of Array.isArray(list) ? list.entries() : []) {
        const what = key === 'shortNames' ? 'The short name' : 'The category'
        const message =
          typeof name === 'string' ? checkDns1035(name, what) : `${what} must be a string.`
        if (message) report({ severity: 'error', message, at: [...NAMES, key, i] })
      }
    }
  },
}
