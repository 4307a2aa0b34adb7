import type { Files } from '@/lib/promise/files'
import type { Build, BuiltFile } from './types'

/** A build that generates nothing yet: what can be shown before the generator is there. */
export function authoredOnly(files: Files): Build {
  const built = [...files].map(([path, content]): [string, BuiltFile] => [
    path,
    { path, content, origin: 'authored', executable: false },
  ])
  const build = { files: new Map(built), diagnostics: [] }
  provisional.add(build)
  return build
}

const provisional = new WeakSet<Build>()

/** True for a build that stands in until the generator is there: its files are not all there are. */
export function isProvisional(build: Build): boolean {
  return provisional.has(build)
}
