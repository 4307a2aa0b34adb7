import type { Command } from '@/lib/promise/command'
import { editPromiseText, set } from './edit-yaml'
import { moveImages } from './move-images'
import { onPromise } from './on-promise'

/** Names the Promise; images that bear its name follow. */
export function setPromiseName(name: string): Command {
  const label = 'Rename Promise'
  const place = ['metadata', 'name']
  return onPromise(
    label,
    ({ files, promise }) => [
      editPromiseText(
        { label, place },
        set(place, name),
        ...moveImages(files, promise, { promise: name }),
      ),
    ],
    'promise name',
  )
}
