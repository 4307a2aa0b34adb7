import { type Command, refused } from '@/lib/promise/command'
import { FileContent } from '@/lib/promise/files'
import { moveOn, nameOf, type Update } from './merge-generated'

/** Writes what the user made of an update, conflicts and all, and takes it as up to date. */
export function resolveMerge(update: Update, text: string): Command {
  return {
    label: `Merge ${nameOf(update.path)}`,
    run(files) {
      const { path } = update
      if (!files.has(path)) return refused(`There is no file "${path}" any more.`)
      const edits = moveOn(files, update, FileContent.fromText(text))
      return { kind: 'change', edits, place: { file: path, path: [] } }
    },
  }
}
