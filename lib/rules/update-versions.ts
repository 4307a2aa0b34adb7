import { insertVersion } from '@/lib/commands/restore-version'
import { API } from '@/lib/promise/read'
import { storageVersion } from '@/lib/promise/view'
import { show } from '@/lib/schema/misfit'
import { breaking, rejected, risky, updateRule } from './update-rule'

/** kratix.md 110 and 9.3: requests are stored in a version, and clients name one. */
export const updateVersions = updateRule('update-versions', ({ promise }, before, report) => {
  const { api } = promise
  const installed = before.promise.api
  if (!api || !installed) return
  const stored = storageVersion(installed)
  const versions = [...API, 'spec', 'versions']
  for (const old of installed.versions) {
    if (old.name === '') continue
    const now = api.versions.find(({ name }) => name === old.name)
    if (!now) {
      const suggestions = [insertVersion(before.value, old)]
      report(
        old === stored
          ? rejected(
              versions,
              `the version ${show(old.name)} is missing from spec.versions; it was previously a storage version.`,
              { suggestions },
            )
          : breaking(
              versions,
              `the version ${show(old.name)} is gone, and if any request was ever stored in it, the API server refuses that.`,
              { suggestions },
            ),
      )
    } else if (old.served && !now.served) {
      report(
        breaking(
          [...now.path, 'served'],
          `the version ${show(old.name)} is no longer served, so clients and manifests that name it fail.`,
        ),
      )
    }
  }
  const stores = storageVersion(api)
  const moved = stored && stores && stored.name !== stores.name
  if (!moved || !api.versions.some(({ name }) => name === stored.name)) return
  report(
    risky(
      [...stores.path, 'storage'],
      `requests were stored as ${show(stored.name)}; now Kratix watches ${show(stores.name)} and hands that to the workflows.`,
    ),
  )
})
