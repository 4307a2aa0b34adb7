import { type Command, refused, unchanged } from '@/lib/promise/command'
import type { FileContent } from '@/lib/promise/files'
import { pathProblem } from './repository-path'

/** Writes a whole authored file, new or in place of what is there. */
export function writeFile(path: string, content: FileContent, label?: string): Command {
  return {
    label: label ?? `Write ${path}`,
    run(files) {
      const before = files.get(path)
      if (before?.equals(content)) return unchanged
      const problem = before ? undefined : pathProblem(files, path)
      if (problem) return refused(problem)
      const place = { file: path, path: [] }
      return { kind: 'change', edits: [{ kind: 'write', path, content }], place }
    },
  }
}
