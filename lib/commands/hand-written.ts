import type { Command, Note } from '@/lib/promise/command'
import type { Files } from '@/lib/promise/files'
import { pascalCase } from '@/lib/promise/upper-first'
import type { PromiseView } from '@/lib/promise/view'
import { readSettings } from './settings'
import { stepsOf } from './steps'

/** So many lines of one file are pointed at; the last note says how many more there are. */
const MOST = 10
/** Longer files are data, not code. */
const LONGEST = 300_000
/** Written by tools: they name no property. */
const LOCKS = /(^|\/)(package-lock\.json|go\.sum|go\.mod|requirements\.txt)$/

/**
 * A command that changes nothing and points at the lines of the user's own programs that still
 * hold a word which was renamed: nobody can follow there but they.
 * @param below the folder to look in
 */
export function pointAt(
  promise: PromiseView,
  below: 'workflows/' | 'workflows/resource/',
  words: readonly string[],
): Command {
  const found = words.filter((word) => word.length > 1)
  return {
    label: 'Point at what was not renamed',
    run(files) {
      if (found.length === 0) return { kind: 'change', edits: [] }
      const notes = programs(files, promise, below).flatMap(([path, text]) =>
        notesIn(path, text, found),
      )
      return { kind: 'change', edits: [], notes }
    },
  }
}

/** The name of a property as programs of the four languages write it. */
export function spellings(name: string): readonly string[] {
  const parts = name.split(/[^A-Za-z0-9]+/).filter((part) => part !== '')
  const pascal = pascalCase(name)
  const camel = pascal.charAt(0).toLowerCase() + pascal.slice(1)
  const snake = parts
    .join('_')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
  return [...new Set([name, pascal, camel, snake])]
}

/**
 * Authored and edited files of the steps that may be programs. The manifests of steps that render
 * or copy them name properties of other objects; a program of the user's reads its own.
 */
function programs(
  files: Files,
  promise: PromiseView,
  below: string,
): readonly (readonly [path: string, text: string])[] {
  const custom = stepsOf(promise, readSettings(files).settings).flatMap(({ kind, folder }) =>
    kind === 'custom' && folder ? [folder] : [],
  )
  return [...files].flatMap(([path, content]) => {
    if (!path.startsWith(below) || LOCKS.test(path) || content.size > LONGEST) return []
    const manifest =
      path.includes('/resources/') && !custom.some((folder) => path.startsWith(folder))
    return manifest || content.text === null ? [] : [[path, content.text]]
  })
}

function notesIn(file: string, text: string, words: readonly string[]): readonly Note[] {
  if (!words.some((word) => text.includes(word))) return []
  const any = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  const pattern = new RegExp(`(?<![\\w-])(?:${any})(?![\\w-])`, 'g')
  const notes: Note[] = []
  let more = 0
  let lineEnd = -1
  for (const match of text.matchAll(pattern)) {
    if (match.index < lineEnd) continue // one note for a line
    const end = text.indexOf('\n', match.index)
    lineEnd = end < 0 ? text.length : end
    if (notes.length === MOST) more += 1
    else notes.push(note(file, match[0], match.index))
  }
  const last = notes.at(-1)
  if (!last || more === 0) return notes
  const lines = more === 1 ? 'one more line' : `${more} more lines`
  return [...notes.slice(0, -1), { ...last, message: `${last.message} So do ${lines} below.` }]
}

function note(file: string, word: string, from: number): Note {
  return {
    message: `This still says "${word}", which was renamed. The file is yours, so it was left alone.`,
    place: { file, path: [] },
    range: { from, to: from + word.length },
  }
}
