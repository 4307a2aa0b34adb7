import type { Files } from '@/lib/promise/files'
import type { Build, BuiltFile } from './types'

/** A build that generates nothing yet: what can be shown before the generator is there. */
export function authoredOnly(files: Files): Build {
  const built = [...files].map(([path, content]): [string, BuiltFile] => [
    path,
    { path, content, origin: 'authored', executable: false },
  ])
  return { files: new Map(built), diagnostics: [] }
}
