import { setPromiseVersion } from '@/lib/commands/set-promise-version'
import { checkPromiseVersion } from '@/lib/promise/names'
import { valueAt } from '@/lib/promise/path'
import { VERSION_LABEL } from '@/lib/promise/read'
import type { Rule } from './rule'

/** kratix.md 2.3. A label that is no string at all is the matter of `metadata-strings`. */
export const promiseVersion: Rule = {
  id: 'promise-version',
  check({ promise, value }, report) {
    const label = valueAt(value, VERSION_LABEL)
    if (label === undefined || label === '') {
      report({
        severity: 'warning',
        message:
          'The label "kratix.io/promise-version" is missing, so Kratix calls every revision "not-set" and no PromiseRelease can name this Promise.',
        at: VERSION_LABEL,
        fix: setPromiseVersion('v0.1.0'),
      })
    } else if (typeof label === 'string') {
      const message = checkPromiseVersion(promise.version)
      if (message) report({ severity: 'error', message, at: VERSION_LABEL })
    }
  },
}
