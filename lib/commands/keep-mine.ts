import { type Command, refused } from '@/lib/promise/command'
import { moveOn, nameOf, type Update } from './merge-generated'

/** Leaves an edited file as it is and takes it as up to date: only its base moves on. */
export function keepMine(update: Update): Command {
  return {
    label: `Keep ${nameOf(update.path)} as it is`,
    run(files) {
      const { path } = update
      const mine = files.get(path)
      if (!mine) return refused(`There is no file "${path}" any more.`)
      return { kind: 'change', edits: moveOn(files, update, mine), place: { file: path, path: [] } }
    },
  }
}
