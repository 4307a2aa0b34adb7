import { setField } from '@/lib/commands/set-field'
import { PROMISE_FILE } from '@/lib/promise/files'
import { API } from '@/lib/promise/read'
import { storageVersion } from '@/lib/promise/view'
import type { Rule } from './rule'

/** kratix.md 49 and 100. */
export const apiStorageVersion: Rule = {
  id: 'api-storage-version',
  check({ promise: { api } }, report) {
    if (!api || api.versions.length === 0) return
    const stored = api.versions.filter(({ storage }) => storage)
    const [only] = api.versions
    if (stored.length !== 1) {
      report({
        severity: 'error',
        message: `${stored.length === 0 ? 'No version has' : `${stored.length} versions have`} "storage: true"; exactly one must have it.`,
        at: [...API, 'spec', 'versions'],
        fix:
          only && api.versions.length === 1
            ? setField(PROMISE_FILE, [...only.path, 'storage'], true, 'Store this version')
            : undefined,
      })
    }
    const version = storageVersion(api)
    if (!version || version.served) return
    const at = [...version.path, 'served']
    report({
      severity: 'error',
      message: `The storage version "${version.name}" is not served, so Kratix cannot watch its requests.`,
      at,
      fix: setField(PROMISE_FILE, at, true, 'Serve the storage version'),
    })
  },
}
