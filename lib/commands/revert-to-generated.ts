import { type Command, type FileEdit, unchanged } from '@/lib/promise/command'
import { BASE_FOLDER, type Files } from '@/lib/promise/files'
import { readSettings } from './settings'

/** Drops the user's edits of a generated file, so that it is what is generated now. */
export function revertToGenerated(path: string): Command {
  return {
    label: `Revert ${path}`,
    run(files) {
      if (!wasGenerated(files, path)) return unchanged
      return { kind: 'change', edits: dropEdits(files, path), place: { file: path, path: [] } }
    },
  }
}

/** What takes a file and its base out of the repository. */
export function dropEdits(files: Files, path: string): readonly FileEdit[] {
  return [path, BASE_FOLDER + path]
    .filter((one) => files.has(one))
    .map((one): FileEdit => ({ kind: 'delete', path: one }))
}

/** Its base is kept, or it was edited elsewhere and only the record knows that we made it. */
function wasGenerated(files: Files, path: string): boolean {
  if (files.has(BASE_FOLDER + path)) return true
  const recorded = readSettings(files).settings.generated?.files ?? {}
  return files.has(path) && Object.hasOwn(recorded, path)
}
