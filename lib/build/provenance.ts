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

/**
 * The authored files of a repository that is opened. A file with the hash that the settings file
 * records for it is generated: it goes, `build` makes it again. One with another hash was edited
 * and stays, with its base when `build` still makes what was recorded; so does one that equals its
 * own base. Others are the user's.
 */
export function adopt(files: Files): Adopted {
  const recorded = recordedHashes(files)
  const authored = new Map(files)
  // Whatever a settings file from elsewhere may say.
  const always = new Set([...promiseFiles(files), SETTINGS_FILE])
  for (const [path, hash] of Object.entries(recorded)) {
    const kept = always.has(path) || files.get(BASE_FOLDER + path)?.hash === hash
    if (!kept && files.get(path)?.hash === hash) authored.delete(path)
  }
  if (isLonePromise(authored)) authored.set(SETTINGS_FILE, FileContent.fromText('version: 1\n'))
  const made = build(authored).files
  for (const path of Object.keys(recorded)) {
    const base = made.get(BASE_FOLDER + path)
    if (base) authored.set(base.path, base.content)
  }
  return { files: authored, items: fatesOf(files, authored) }
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
