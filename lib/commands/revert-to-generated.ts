import { type Command, type FileEdit, unchanged } from '@/lib/promise/command'
import { BASE_FOLDER } from '@/lib/promise/files'

/** Drops the user's edits of a generated file. */
export function revertToGenerated(path: string): Command {
  return {
    label: `Revert ${path}`,
    run(files) {
      const base = BASE_FOLDER + path
      if (!files.has(base)) return unchanged
      const gone = [path, base].filter((one) => files.has(one))
      return {
        kind: 'change',
        edits: gone.map((one): FileEdit => ({ kind: 'delete', path: one })),
        place: { file: path, path: [] },
      }
    },
  }
}
