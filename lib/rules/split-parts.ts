import { layoutOf } from '@/lib/layout/assemble'
import { secondDocument, unreadParts } from '@/lib/layout/parts'
import { displayPath } from '@/lib/promise/path'
import type { Rule } from './rule'

/** Every file of the split layout is read, and whole (kratix.md 7.1, 7.3). */
export const splitParts: Rule = {
  id: 'split-parts',
  judges: 'files',
  check({ files }, report) {
    const layout = layoutOf(files)
    for (const file of layout ? [] : unreadParts(files)) {
      const message = `The file ${file} is not read: promise.yaml has its own spec.api and is the whole Promise.`
      report({ severity: 'info', message, at: [], file })
    }
    for (const { file, path } of layout?.unread ?? []) {
      const message = `The file ${file} is not read: promise.yaml has its own ${displayPath(path)}.`
      report({ severity: 'warning', message, at: [], file })
    }
    for (const { file, content } of layout?.parts ?? []) {
      const at = secondDocument(content)
      if (at === undefined) continue
      const message = `Only the first document of ${file} is read.`
      report({ severity: 'warning', message, at: [], file, range: { from: at, to: at + 3 } })
    }
  },
}
