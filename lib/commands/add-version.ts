import { type Command, refused } from '@/lib/promise/command'
import { API } from '@/lib/promise/read'
import { editPromiseText, set } from './edit-yaml'
import { newVersion } from './new-api'
import { onPromise } from './on-promise'

/** Gives an API without versions its first: served, stored, with one property to start from. */
export function addVersion(name: string): Command {
  const label = 'Add version'
  return onPromise(label, ({ promise: { api } }) => {
    if (!api) return refused('The Promise has no API.')
    if (api.versions.length > 0) return refused('There is a version already; copy it.')
    const place = [...API, 'spec', 'versions']
    return [editPromiseText({ label, place }, set(place, [newVersion(api.kind, name)]))]
  })
}
