import { join } from 'node:path'
import type { ImportInput } from '@/lib/importers'
import { PROMISE_FILE } from '@/lib/promise/files'

/** How the user would name a file of the input, and a file of the repository that was found in it. */
export function userPaths(
  given: string,
  input: ImportInput,
  report: { readonly root: string; readonly promise: string } | undefined,
) {
  const name = given === '-' ? '<stdin>' : given
  const ofInput = (file: string) => (file === input.name || file === '' ? name : join(name, file))
  const ofRepository = (file: string) => {
    if (report && file === PROMISE_FILE) return ofInput(report.promise)
    return input.kind === 'file' && !report?.root ? file : join(name, report?.root ?? '', file)
  }
  return { ofInput, ofRepository }
}
