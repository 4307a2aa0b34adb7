import { isSafePath } from '@/lib/promise/files'
import type { StepKey } from '@/lib/promise/workflows'
import { folderOf } from './steps'

/** Where a template of a step is; `undefined` while the step's names cannot be folders'. */
export function templateFile(key: StepKey, path: string): string | undefined {
  const folder = folderOf(key)
  return folder && `${folder}resources/${path}`
}

/** Why a template cannot be at `path` below `resources/`, or `undefined` when it can. */
export function templateProblem(path: string): string | undefined {
  if (!isSafePath(path)) return `${JSON.stringify(path)} is not a path below resources/.`
  if (/(^|\/)\.[^/]*$/.test(path)) return 'A template has a name before its extension.'
  return /\.ya?ml$/.test(path) ? undefined : `A template ends in ".yaml"; "${path}" does not.`
}
