import { type Command, type Outcome, refused } from '@/lib/promise/command'
import type { ApiVersionView, ApiView } from '@/lib/promise/view'
import { onPromise, type PromiseReading } from './on-promise'

/** A version of the API as a command finds it. */
export interface FoundVersion extends PromiseReading {
  readonly api: ApiView
  readonly version: ApiVersionView
}

/** A command on the version at `index`; refused when there is none any more. */
export function onVersion(
  label: string,
  index: number,
  make: (found: FoundVersion) => readonly Command[] | Outcome,
  group?: string,
): Command {
  return onPromise(
    label,
    (reading) => {
      const { api } = reading.promise
      const version = api?.versions[index]
      if (!api || !version) return refused('There is no such version any more.')
      return make({ ...reading, api, version })
    },
    group,
  )
}
