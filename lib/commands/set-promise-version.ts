import { type Command, unchanged } from '@/lib/promise/command'
import { VERSION_LABEL } from '@/lib/promise/read'
import { editPromiseText, set } from './edit-yaml'
import { moveImages } from './move-images'
import { onPromise } from './on-promise'

/** Sets the version label; the images that follow it move along. */
export function setPromiseVersion(version: string, label = 'Set version'): Command {
  return onPromise(
    label,
    ({ files, promise }) =>
      version === promise.version
        ? unchanged
        : [
            editPromiseText(
              { label, place: VERSION_LABEL },
              set(VERSION_LABEL, version),
              ...moveImages(files, promise, { version }),
            ),
          ],
    'promise version',
  )
}
