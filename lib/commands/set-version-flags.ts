import { type Command, refused } from '@/lib/promise/command'
import { storageVersion } from '@/lib/promise/view'
import { editPromiseText, set } from './edit-yaml'
import { onVersion } from './on-version'
import { remove } from './yaml-edits'

/** Says whether people can ask for the version; the stored one is always served (kratix.md 100). */
export function setVersionServed(index: number, served: boolean): Command {
  const label = served ? 'Serve version' : 'Stop serving version'
  return onVersion(label, index, ({ api, version }) => {
    if (!served && storageVersion(api) === version) {
      return refused('Kratix watches the storage version, so it has to be served.')
    }
    const place = [...version.path, 'served']
    return [editPromiseText({ label, place }, set(place, served))]
  })
}

/** Says whether who uses the version is warned; without that no warning may be set (51). */
export function setVersionDeprecated(index: number, deprecated: boolean): Command {
  const label = deprecated ? 'Deprecate version' : 'No longer deprecate version'
  return onVersion(label, index, ({ version }) => {
    const place = [...version.path, 'deprecated']
    const options = { label, place }
    if (deprecated) return [editPromiseText(options, set(place, true))]
    return [
      editPromiseText(options, remove(place), remove([...version.path, 'deprecationWarning'])),
    ]
  })
}

/** What who uses the deprecated version is told; '' is the text of Kubernetes. */
export function setDeprecationWarning(index: number, text: string): Command {
  const label = 'Set deprecation warning'
  return onVersion(
    label,
    index,
    ({ version }) => {
      const place = [...version.path, 'deprecationWarning']
      const edit = text === '' ? remove(place) : set(place, text)
      return [editPromiseText({ label, place }, edit)]
    },
    `deprecation warning ${index}`,
  )
}
