import { promiseFiles } from '@/lib/layout/places'
import { type Command, refused, unchanged } from '@/lib/promise/command'
import { BASE_FOLDER, SETTINGS_FILE } from '@/lib/promise/files'
import { pathProblem } from './repository-path'

/** Renames or moves an authored file. */
export function renameFile(from: string, to: string): Command {
  return {
    label: `Rename ${from}`,
    run(files) {
      if (from === to) return unchanged
      if (!files.has(from)) return refused(`There is no file "${from}" any more.`)
      const own = [...promiseFiles(files), SETTINGS_FILE].find(
        (file) => file === from || file === to,
      )
      if (own) return refused(`${own} is known by its name.`)
      if (files.has(BASE_FOLDER + from)) {
        return refused(`"${from}" is a generated file with your edits; it stays at its place.`)
      }
      if (files.has(to)) return refused(`There is a file "${to}" already.`)
      const rest = new Map(files)
      rest.delete(from)
      const problem = pathProblem(rest, to)
      if (problem) return refused(problem)
      return { kind: 'change', edits: [{ kind: 'move', from, to }], place: { file: to, path: [] } }
    },
  }
}
