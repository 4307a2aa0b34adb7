import type { Command } from '@/lib/promise/command'
import { storageVersion } from '@/lib/promise/view'
import { editPromiseText, set } from './edit-yaml'
import { followExample } from './follow-example'
import { pointAt } from './hand-written'
import { onVersion } from './on-version'

/**
 * Makes the version the one that is stored, and no other (kratix.md 49): Kratix then watches it and
 * hands requests to the workflows in it, so it is served (100), and the requests that are files of
 * the repository are written in it. Programs that name the version before are pointed at.
 */
export function setStorageVersion(index: number): Command {
  const label = 'Choose the storage version'
  return onVersion(label, index, ({ api, version, files, promise }) => {
    const before = storageVersion(api)
    const flags = api.versions.flatMap((one) => {
      const wanted = one === version
      return one.storage === wanted ? [] : [set([...one.path, 'storage'], wanted)]
    })
    const served = version.served ? [] : [set([...version.path, 'served'], true)]
    const { group, kind } = api
    const moved = before !== undefined && before !== version
    return [
      editPromiseText({ label, place: [...version.path, 'storage'] }, ...flags, ...served),
      ...(moved ? followExample(files, api, { group, kind, version: version.name }) : []),
      ...(moved ? [pointAt(promise, 'workflows/', [`${group}/${before.name}`])] : []),
    ]
  })
}
