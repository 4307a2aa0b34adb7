import { type Command, type FileEdit, unchanged } from '@/lib/promise/command'
import { type Files, PROMISE_FILE } from '@/lib/promise/files'

/**
 * Makes the repository what it was: every authored file of `then` and no other. Files that are the
 * same keep their content and are not touched.
 */
export function restoreFiles(then: Files, label: string): Command {
  return {
    label,
    onFiles: true,
    run(files) {
      const gone = [...files.keys()]
        .filter((path) => !then.has(path))
        .map((path): FileEdit => ({ kind: 'delete', path }))
      const written = [...then]
        .filter(([path, content]) => !files.get(path)?.equals(content))
        .map(([path, content]): FileEdit => ({ kind: 'write', path, content }))
      if (gone.length === 0 && written.length === 0) return unchanged
      const place = { file: PROMISE_FILE, path: [] }
      return { kind: 'change', edits: [...gone, ...written], place }
    },
  }
}
