import { type Command, refused, sequence } from '@/lib/promise/command'
import { storageVersion } from '@/lib/promise/view'
import { editPromiseText } from './edit-yaml'
import { onVersion } from './on-version'
import { setStorageVersion } from './set-storage-version'
import { remove } from './yaml-edits'

/**
 * Removes a version. The only one stays, and of the one that is stored another takes the place
 * first, which the user chooses: requests lie in the cluster in it (kratix.md 110).
 */
export function removeVersion(index: number): Command {
  const label = 'Remove version'
  return onVersion(label, index, ({ api, version }) => {
    if (api.versions.length === 1) return refused('An API needs a version: this is its only one.')
    if (storageVersion(api) !== version) {
      return [editPromiseText({ label, place: version.path.slice(0, -1) }, remove(version.path))]
    }
    const ways = api.versions.flatMap((other, i) =>
      other === version
        ? []
        : [
            sequence(`Store ${other.name} and remove ${version.name}`, [
              setStorageVersion(i),
              removeVersion(index),
            ]),
          ],
    )
    return refused(
      `"${version.name}" is the version in which requests are stored. An installed Promise refuses to lose it until all requests have been written anew in another.`,
      ways,
    )
  })
}
