import { type Command, refused } from '@/lib/promise/command'
import { storageVersion } from '@/lib/promise/view'
import type { NewProperties } from '@/lib/schema/new-properties'
import { addApi } from './add-api'
import { addProperties, replaceProperties } from './add-properties'
import { onPromise } from './on-promise'

/** What becomes of the properties that the API has: they stay, also under a name that comes again. */
export type TakeMode = 'add' | 'replace'

/** Gives the `spec` of the storage version these properties; an API is made when there is none. */
export function takeProperties(wanted: NewProperties, mode: TakeMode): Command {
  const label = mode === 'add' ? 'Add properties' : 'Replace properties'
  return onPromise(label, ({ promise }) => {
    const take = onPromise(label, (now) => {
      const version = now.promise.api && storageVersion(now.promise.api)
      if (!version) return refused('The API has no version yet.')
      const spec = [...version.schemaPath, 'properties', 'spec']
      const replaces = mode === 'replace'
      return [replaces ? replaceProperties(spec, wanted) : addProperties(spec, wanted, 'skip')]
    })
    return promise.api ? [take] : [addApi(), take]
  })
}
