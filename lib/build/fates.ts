import { readSettings } from '@/lib/commands/settings'
import { stepsOf } from '@/lib/commands/steps'
import type { ReportItem } from '@/lib/importers'
import { promiseContent } from '@/lib/layout/assemble'
import { splitOf, unreadParts } from '@/lib/layout/parts'
import {
  BASE_FOLDER,
  EXAMPLE_FILE,
  type FileContent,
  type Files,
  isBase,
  PROMISE_FILE,
  SETTINGS_FILE,
} from '@/lib/promise/files'
import { readPromise } from '@/lib/promise/read'
import { promiseDocument } from '@/lib/yaml/document'
import { build } from './build'
import { recordedHashes } from './record'
import type { BuiltFile } from './types'

const UNREAD = `It looks like a part of the Promise, but ${PROMISE_FILE} has an API of its own: that counts.`

const NOT_READ: Judged = {
  fate: 'kept',
  reason: `Generated and unchanged since: kept while ${PROMISE_FILE} cannot be read.`,
}
const NOT_MADE: Judged = {
  fate: 'kept',
  reason: 'The settings say that it was generated, but nothing makes it any more: kept as yours.',
  news: true,
}

type Judged = Omit<ReportItem, 'path'>

/**
 * What becomes of each file of a repository that is opened.
 * @param given the files as they lay there
 * @param authored those that `adopt` keeps
 */
export function fatesOf(given: Files, authored: Files): readonly ReportItem[] {
  const built = build(authored).files
  const steps = stepFolders(authored)
  const parts = new Set(splitOf(authored)?.parts.map(({ file }) => file))
  const unread = new Set(unreadParts(authored))
  const recorded = recordedHashes(given)
  return [...given].map(([path, content]): ReportItem => {
    if (!authored.has(path)) return { path, ...regenerated(content, built.get(path)) }
    if (parts.has(path)) return { path, fate: 'recognised', reason: 'A part of the Promise.' }
    if (unread.has(path)) return { path, fate: 'kept', reason: UNREAD, news: true }
    const known = Object.hasOwn(recorded, path) && recorded[path] === content.hash
    if (known && built.get(path)?.origin === 'authored' && !isDocument(path)) {
      return { path, ...(steps.readable ? NOT_MADE : NOT_READ) }
    }
    return { path, ...judge(path, content, authored, built, steps) }
  })
}

/** These have a fate of their own, whatever the record says. */
function isDocument(path: string): boolean {
  return path === PROMISE_FILE || path === SETTINGS_FILE || isBase(path)
}

function regenerated(content: FileContent, now: BuiltFile | undefined): Judged {
  const fate = 'regenerated'
  const reason = now?.content.equals(content)
    ? 'Generated and unchanged since: it is made again.'
    : 'Generated and unchanged since: this version makes it anew, with changes.'
  return { fate, reason }
}

function judge(
  path: string,
  content: FileContent,
  files: Files,
  built: ReadonlyMap<string, BuiltFile>,
  steps: StepFolders,
): Judged {
  if (path === PROMISE_FILE) return { fate: 'recognised', reason: 'The Promise.' }
  if (path === SETTINGS_FILE) return settingsFate(files)
  if (isBase(path)) return baseFate(path.slice(BASE_FOLDER.length), files)
  if (built.get(path)?.origin === 'edited') {
    return { fate: 'recognised', reason: 'Generated once and edited since: your version stays.' }
  }
  if (path === EXAMPLE_FILE) return { fate: 'recognised', reason: 'The example request.' }
  const [, key] = /^workflows\/([^/]+\/[^/]+\/[^/]+\/[^/]+)\/./.exec(path) ?? []
  if (key !== undefined) return stepFate(key, steps)
  if (content.text === null) {
    return { fate: 'kept', reason: 'Not UTF-8 text: kept byte for byte, and not shown.' }
  }
  return { fate: 'kept', reason: 'Yours: kept byte for byte.' }
}

function settingsFate(files: Files): Judged {
  const { writable, diagnostics } = readSettings(files)
  const [first] = diagnostics
  if (writable && !first) return { fate: 'recognised', reason: 'Settings of Promise Designer.' }
  return { fate: 'unknown', reason: first?.message ?? 'It cannot be read.', news: true }
}

function baseFate(path: string, files: Files): Judged {
  if (files.has(path)) {
    return { fate: 'recognised', reason: `What ${path} was generated as, before it was edited.` }
  }
  return { fate: 'unknown', reason: `The base of ${path}, which is not there: kept.` }
}

function stepFate(key: string, { readable, ours }: StepFolders): Judged {
  if (!readable) return { fate: 'kept', reason: 'Kept; promise.yaml cannot be read to tell more.' }
  const own = ours.get(key)
  if (own === true) return { fate: 'recognised', reason: `Of the step ${key}.` }
  if (own === false) {
    return {
      fate: 'kept',
      reason: `Of the step ${key}, which has no settings here: kept as it is.`,
    }
  }
  const reason = `${PROMISE_FILE} has no container ${key}: kept as it is.`
  return { fate: 'unknown', reason, news: true }
}

interface StepFolders {
  readonly readable: boolean
  /** Key of each container -> whether its folder is generated here. */
  readonly ours: ReadonlyMap<string, boolean>
}

function stepFolders(files: Files): StepFolders {
  const content = promiseContent(files)
  const document = content && promiseDocument(content)
  if (!document || document.broken) return { readable: false, ours: new Map() }
  const steps = stepsOf(readPromise(document.value()), readSettings(files).settings)
  return { readable: true, ours: new Map(steps.map(({ key, ours }) => [key, ours])) }
}
