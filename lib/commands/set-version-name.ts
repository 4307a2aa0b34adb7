import { type Command, refused } from '@/lib/promise/command'
import { storageVersion } from '@/lib/promise/view'
import { editPromiseText, set } from './edit-yaml'
import { onPromise } from './on-promise'
import { setApiNames } from './set-api-names'

/** Renames a version of the API; a request of the repository follows the storage version. */
export function setVersionName(index: number, name: string): Command {
  const label = 'Set version'
  return onPromise(
    label,
    ({ promise: { api } }) => {
      const version = api?.versions[index]
      if (!api || !version) return refused('There is no such version any more.')
      if (storageVersion(api) === version) return [setApiNames({ version: name })]
      const place = [...version.path, 'name']
      return [editPromiseText({ label, place }, set(place, name))]
    },
    `version name ${index}`,
  )
}
