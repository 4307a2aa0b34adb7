import type { Command } from '@/lib/promise/command'
import type { Path } from '@/lib/promise/path'
import type { PromiseView } from '@/lib/promise/view'
import { valuesInRequest } from '@/lib/schema/places'
import { otherRequests } from './requests'

/**
 * A command that changes nothing and points at requests of the API in other files of the user's.
 * @param property only those that set it, and there; without one at each of them
 */
export function pointAtRequests({ api }: PromiseView, property?: Path): Command {
  return {
    label: 'Point at other requests',
    run(files) {
      const notes = (api ? otherRequests(files, api) : []).flatMap(({ path, document, value }) => {
        const places = property ? valuesInRequest(value, property) : [['kind']]
        return places.map((at) => {
          const range = document.rangeOf(at, property ? 'key' : 'value')
          const what = property ? `sets "${at.at(-1)}"` : `asks for a ${api?.kind}`
          const message = `This request still ${what}, which was renamed. The file is yours, so it was left alone.`
          return { message, place: { file: path, path: at }, ...(range && { range }) }
        })
      })
      return { kind: 'change', edits: [], notes }
    },
  }
}
