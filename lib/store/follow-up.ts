import { updatesOf } from '@/lib/build/moved'
import type { Build } from '@/lib/build/types'
import { unreadableIn } from '@/lib/build/unreadable'
import { mergeOf, type Update } from '@/lib/commands/merge-generated'
import type { Files } from '@/lib/promise/files'

/**
 * Finds the edited files that a command of the user left behind and that can follow it at once.
 * What was behind before waits for the user: so does what both sides changed.
 */
export interface FollowUp {
  /** The user ran a command: what it leaves behind may follow. */
  commanded(): void
  /** The files came from elsewhere (undo, another tab): nothing follows by itself. */
  travelled(): void
  /**
   * What can follow now. When there is nothing, the state is settled: the edited files that are up
   * to date in it are those that may follow the next command.
   * @param before the files before the latest undo step
   */
  next(files: Files, before: Files | undefined, build: (files: Files) => Build): readonly Update[]
}

export function followUp(): FollowUp {
  let running = false
  let current: ReadonlySet<string> | undefined
  const done = new Set<string>()
  return {
    commanded() {
      running = true
      done.clear()
    },
    travelled() {
      running = false
      current = undefined
    },
    next(files, before, build) {
      const built = build(files)
      const updates = running && before ? updatesOf(built, files) : []
      const past = updates.length > 0 && before ? upToDate(build(before)) : undefined
      const follows = updates.filter((update) => {
        const mine = files.get(update.path)
        const was = current?.has(update.path) || past?.has(update.path)
        return was && !done.has(update.path) && mine && mergeOf(mine, update)?.text !== undefined
      })
      // A broken text generates nothing: who was up to date before still is when it is mended.
      if (follows.length === 0 && !unreadableIn(built)) current = upToDate(built)
      for (const { path } of follows) done.add(path)
      return follows
    },
  }
}

function upToDate(build: Build): ReadonlySet<string> {
  return new Set(
    [...build.files.values()]
      .filter(({ origin, moved }) => origin === 'edited' && !moved)
      .map(({ path }) => path),
  )
}
