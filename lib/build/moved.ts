import { mergeGenerated, mergeOf, nameOf, type Update } from '@/lib/commands/merge-generated'
import type { Diagnostic } from '@/lib/diagnostics/diagnostic'
import { BASE_FOLDER, type Files } from '@/lib/promise/files'
import type { Build, BuiltFile } from './types'

/**
 * The edited files whose generated version has moved on, and that nobody has brought up to date
 * yet. `files` may be ahead of the build: what was merged meanwhile is not among them.
 */
export function updatesOf(build: Build, files: Files): readonly Update[] {
  return [...build.files.values()].flatMap(({ path, moved }) => {
    if (!moved || !files.has(path)) return []
    const done = files.get(BASE_FOLDER + path)?.equals(moved.now)
    return done ? [] : [{ path, ...moved }]
  })
}

/** One warning for each, with the merge as its fix where nothing contradicts. */
export function movedDiagnostics(files: ReadonlyMap<string, BuiltFile>): readonly Diagnostic[] {
  return [...files.values()].flatMap(({ path, content, moved }): readonly Diagnostic[] => {
    if (!moved) return []
    const update = { path, ...moved }
    const merge = mergeOf(content, update)
    const place = { file: path, path: [] }
    const about = { code: 'generated-moved', severity: 'warning', place } as const
    const news = `What is generated for ${nameOf(path)} has changed since you edited it`
    if (merge?.text !== undefined) {
      const message = `${news}; the changes fit together.`
      return [{ ...about, message, fix: mergeGenerated([update]) }]
    }
    return [{ ...about, message: `${news}, ${why(merge?.conflicts, moved.base !== undefined)}.` }]
  })
}

function why(conflicts: number | undefined, known: boolean): string {
  if (conflicts === undefined) return 'and your file is not text: keep it or take the generated one'
  if (!known) return 'and what you started from was not kept: compare the two'
  const places = conflicts === 1 ? 'one place' : `${conflicts} places`
  return `in ${places} that you changed, too: review the update`
}
