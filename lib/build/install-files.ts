import { layoutOf } from '@/lib/layout/assemble'
import { joinedText } from '@/lib/layout/joined-text'
import type { Files } from '@/lib/promise/files'
import { INSTALL_FILE } from '@/lib/scaffolds/repository/context'
import type { GeneratedFile } from '@/lib/scaffolds/scaffold'

/** Kratix reads one file: of a split repository its parts are joined into one to install. */
export function installFiles(files: Files): readonly GeneratedFile[] {
  const layout = layoutOf(files)
  return layout ? [{ path: INSTALL_FILE, text: joinedText(layout) }] : []
}
