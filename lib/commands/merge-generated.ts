import { type Merge, threeWay } from '@/lib/merge/three-way'
import { type Command, type FileEdit, refused, unchanged } from '@/lib/promise/command'
import { BASE_FOLDER, FileContent, type Files } from '@/lib/promise/files'
import { dropEdits } from './revert-to-generated'

/** A file that the user edited, and whose generated version is another one now. */
export interface Update {
  readonly path: string
  /** What the user started from; `undefined` when it was not kept. */
  readonly base: FileContent | undefined
  /** What is generated now. */
  readonly now: FileContent
}

const merges = new WeakMap<FileContent, { readonly update: Update; readonly merge: Merge }>()

/** What the update makes of `mine`; `undefined` when that is not text. Remembered per content. */
export function mergeOf(mine: FileContent, update: Update): Merge | undefined {
  const [text, base, now] = [mine.text, update.base?.text, update.now.text]
  if (text === null || base === null || now === null) return undefined
  const known = merges.get(mine)
  if (known?.update.base === update.base && known?.update.now === update.now) return known.merge
  const merge = threeWay(text, base, now)
  merges.set(mine, { update, merge })
  return merge
}

/**
 * Brings edited files up to date with what is generated for them, as one step; refused when the
 * user and the generator changed the same lines in any of them. A file that the user removed
 * meanwhile is passed over.
 */
export function mergeGenerated(updates: readonly Update[]): Command {
  return {
    label:
      updates.length === 1 ? `Merge ${nameOf(updates[0]?.path ?? '')}` : 'Merge generated files',
    run(files) {
      const edits: FileEdit[] = []
      for (const update of updates) {
        const mine = files.get(update.path)
        if (!mine) continue
        const merge = mergeOf(mine, update)
        if (!merge) return refused(`"${update.path}" is not text.`)
        if (merge.text === undefined) return refused(conflictsIn(update, merge))
        edits.push(...moveOn(files, update, FileContent.fromText(merge.text)))
      }
      const file = updates[0]?.path ?? ''
      if (edits.length === 0) return unchanged
      return { kind: 'change', edits, place: { file, path: [] } }
    },
  }
}

/**
 * The user's `content` on top of what is generated now. When that is the same, both the file and
 * its base go: it is generated again.
 */
export function moveOn(
  files: Files,
  { path, now }: Update,
  content: FileContent,
): readonly FileEdit[] {
  if (content.equals(now)) return dropEdits(files, path)
  return [
    { kind: 'write', path, content },
    { kind: 'write', path: BASE_FOLDER + path, content: now },
  ]
}

/** The name of a file without its folders: what a label has room for. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function conflictsIn({ path, base }: Update, { conflicts }: Merge): string {
  const places = conflicts === 1 ? 'one place' : `${conflicts} places`
  return base
    ? `You and the generator changed the same lines of "${path}" in ${places}: review the update.`
    : `What you started from was not kept, and "${path}" differs in ${places} from what is generated: review the update.`
}
