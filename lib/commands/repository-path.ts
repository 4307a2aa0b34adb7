import { BASE_FOLDER, type Files, isBase, isSafePath } from '@/lib/promise/files'

/** Why no file can be written at `path`, or `undefined` when one can. */
export function pathProblem(files: Files, path: string): string | undefined {
  if (!isSafePath(path)) return `${JSON.stringify(path)} is not a path within the repository.`
  if (isBase(path)) return `${BASE_FOLDER} is kept by Promise Designer.`
  for (const other of files.keys()) {
    if (other.startsWith(`${path}/`)) return `"${path}" is a folder.`
    if (path.startsWith(`${other}/`)) return `"${other}" is a file, so nothing can be below it.`
  }
  return undefined
}
