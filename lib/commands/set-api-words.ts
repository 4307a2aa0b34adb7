import { type Command, refused } from '@/lib/promise/command'
import { valueAt } from '@/lib/promise/path'
import { API } from '@/lib/promise/read'
import { editPromiseText, set } from './edit-yaml'
import { onPromise } from './on-promise'
import { insert, remove, removePruning } from './yaml-edits'

const LABELS = { shortNames: 'Set short names', categories: 'Set categories' } as const
export type ApiWords = keyof typeof LABELS

/**
 * Sets the short names or the categories of the API. Words that stay keep their place and their
 * comments; the list goes with its last word.
 */
export function setApiWords(key: ApiWords, words: readonly string[]): Command {
  const label = LABELS[key]
  return onPromise(
    label,
    ({ value, promise }) => {
      if (!promise.api) return refused('The Promise has no API.')
      const place = [...API, 'spec', 'names', key]
      const options = { label, place }
      const before = valueAt(value, place)
      if (words.length === 0) return [editPromiseText(options, remove(place))]
      if (!Array.isArray(before) || before.length === 0) {
        return [editPromiseText(options, set(place, words))]
      }
      const same = before.length === words.length
      if (same)
        return [editPromiseText(options, ...words.map((word, i) => set([...place, i], word)))]
      const kept = before.every((word, i) => word === words[i])
      if (kept) {
        const added = words.slice(before.length)
        return added.map((word, i) =>
          editPromiseText(options, insert(place, before.length + i, word)),
        )
      }
      const gone = before.flatMap((word, i) => (words.includes(word) ? [] : [i]))
      const left = before.filter((word) => words.includes(word))
      const pure = left.length === words.length && left.every((word, i) => word === words[i])
      if (!pure) return [editPromiseText(options, set(place, words))]
      return gone.toReversed().map((i) => editPromiseText(options, removePruning([...place, i])))
    },
    `api ${key}`,
  )
}

/** The list kind; '' leaves it to Kubernetes, which writes `List` behind the kind (kratix.md 46). */
export function setListKind(listKind: string): Command {
  const label = 'Set list kind'
  return onPromise(
    label,
    ({ promise }) => {
      if (!promise.api) return refused('The Promise has no API.')
      const place = [...API, 'spec', 'names', 'listKind']
      const edit = listKind === '' ? remove(place) : set(place, listKind)
      return [editPromiseText({ label, place }, edit)]
    },
    'api list kind',
  )
}
