import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Every file at or below `path`, sorted; nothing for a path that does not exist. */
export function listFiles(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return []
  if (!stat.isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => listFiles(join(path, name)))
}
