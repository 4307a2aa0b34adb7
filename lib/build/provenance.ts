import type { ReportItem } from '@/lib/importers'
import { promiseFiles } from '@/lib/layout/places'
import {
  BASE_FOLDER,
  FileContent,
  type Files,
  PROMISE_FILE,
  SETTINGS_FILE,
} from '@/lib/promise/files'
import { build } from './build'
import { fatesOf } from './fates'
import { recordedHashes } from './record'
import type { Build } from './types'

/**
 * The authored files of a repository that is opened. A file with the hash that the settings file
 * records for it is generated: it goes when `build` makes it again, and stays when it does not: the
 * Promise may be broken for now, and the record may be wrong. One with another hash was edited and
 * stays, with its base when `build` still makes what was recorded; so does one that equals its
 * own base. Others are the user's.
 */
export function adopt(files: Files): Adopted {
  const recorded = recordedHashes(files)
  // Whatever a settings file from elsewhere may say.
  const always = new Set([...promiseFiles(files), SETTINGS_FILE])
  const dropped = new Set<string>()
  for (const [path, hash] of Object.entries(recorded)) {
    const kept = always.has(path) || files.get(BASE_FOLDER + path)?.hash === hash
    if (!kept && files.get(path)?.hash === hash) dropped.add(path)
  }
  let authored = without(files, dropped)
  if (isLonePromise(authored)) {
    authored = new Map(authored).set(SETTINGS_FILE, FileContent.fromText('version: 1\n'))
  }
  let made = build(authored).files
  // What comes back can be in the way of what was made, which then has to come back as well.
  for (let lost = lostOf(dropped, made); lost.length > 0; lost = lostOf(dropped, made)) {
    for (const path of lost) dropped.delete(path)
    authored = without(files, dropped)
    made = build(authored).files
  }
  for (const path of Object.keys(recorded)) {
    const base = made.get(BASE_FOLDER + path)
    if (base) authored.set(base.path, base.content)
  }
  return { files: authored, items: fatesOf(files, authored) }
}

function without(files: Files, dropped: ReadonlySet<string>): Map<string, FileContent> {
  return new Map([...files].filter(([path]) => !dropped.has(path)))
}

/** What was taken out and is not made again. */
function lostOf(dropped: ReadonlySet<string>, made: Build['files']): readonly string[] {
  return [...dropped].filter((path) => !made.has(path))
}

/** What came of files that are opened. */
export interface Adopted {
  readonly files: Files
  /** What became of each file that was given, by its path in the repository. */
  readonly items: readonly ReportItem[]
}

/** It becomes a repository of ours from here on: `build` adds what it needs, whatever comes next. */
function isLonePromise(files: Files): boolean {
  return files.size === 1 && files.has(PROMISE_FILE)
}
