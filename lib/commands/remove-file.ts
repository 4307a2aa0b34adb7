import { layoutOf } from '@/lib/layout/assemble'
import { promiseFiles } from '@/lib/layout/places'
import { type Command, type FileEdit, refused, unchanged } from '@/lib/promise/command'
import { BASE_FOLDER, PROMISE_FILE } from '@/lib/promise/files'

/** Removes an authored file; an edited one goes with its base, so that the generated one is back. */
export function removeFile(path: string): Command {
  return {
    label: `Remove ${path}`,
    run(files) {
      if (path === PROMISE_FILE) return refused(`Without ${PROMISE_FILE} there is no Promise.`)
      if (layoutOf(files) && promiseFiles(files).includes(path)) {
        return refused(`${path} holds a part of the Promise.`)
      }
      const gone = [path, BASE_FOLDER + path].filter((one) => files.has(one))
      if (gone.length === 0) return unchanged
      return { kind: 'change', edits: gone.map((one): FileEdit => ({ kind: 'delete', path: one })) }
    },
  }
}
