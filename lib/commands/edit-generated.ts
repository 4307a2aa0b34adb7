import { type Command, type FileEdit, refused, unchanged } from '@/lib/promise/command'
import { BASE_FOLDER, type FileContent } from '@/lib/promise/files'
import { pathProblem } from './repository-path'
import { revertToGenerated } from './revert-to-generated'

/**
 * Puts the user's `content` in place of a generated file. The first time, the generated content is
 * kept as base beside it, for a merge when the generator's output moves on; when the content is
 * the base again, both go and the file is generated as before.
 * @param generated what `build` makes of the file now
 */
export function editGenerated(
  path: string,
  generated: FileContent,
  content: FileContent,
  label?: string,
): Command {
  return {
    label: label ?? `Edit ${path}`,
    group: `edit ${path}`,
    run(files) {
      const edited = files.get(path)
      const base = files.get(BASE_FOLDER + path)
      const place = { file: path, path: [] }
      const authored = edited && !base // the user's alone: there is nothing to go back to
      const back = content.equals(generated) || (base?.equals(content) ?? false)
      if (!authored && back) return revertToGenerated(path).run(files)
      if (edited?.equals(content)) return unchanged
      const problem = edited ? undefined : pathProblem(files, path)
      if (problem) return refused(problem)
      const write: FileEdit = { kind: 'write', path, content }
      const keep: FileEdit = { kind: 'write', path: BASE_FOLDER + path, content: generated }
      return { kind: 'change', edits: edited || base ? [write] : [keep, write], place }
    },
  }
}
