import type { Skipped } from './skipped'

/**
 * Folders by names that tools and people both use are skipped on evidence alone: the repository's
 * own `.gitignore` lists them, or a tool left its mark in them.
 */
const NAMES = new Set([
  'dist',
  'build',
  'out',
  'target',
  'vendor',
  'bin',
  'coverage',
  'venv',
  'env',
])

/** The mark of a cache folder, whatever its name (bford.info/cachedir). */
const CACHE_MARK = 'Signature: 8a477f597d28d172789f06886806bc55'

/** Evidence beyond this size is not read. */
export const EVIDENCE_BYTES = 64 << 10
/** At most so many files of evidence are read. */
export const EVIDENCE_FILES = 200

/** True for a file whose text {@link madeByTools} wants to know. */
export function isEvidence(path: string): boolean {
  return /(^|\/)(\.gitignore|CACHEDIR\.TAG|pyvenv\.cfg)$/.test(path)
}

/** Tells for a path whether it lies in a folder that certainly was made by a tool. */
export type MadeByTools = (path: string) => Skipped | undefined

/** @param evidence texts of the files that {@link isEvidence} names, by path */
export function madeByTools(evidence: ReadonlyMap<string, string>): MadeByTools {
  const marked = new Map<string, string>()
  const ignored: { readonly at: string; readonly names: ReadonlyMap<string, boolean> }[] = []
  for (const [path, text] of evidence) {
    const at = path.slice(0, path.lastIndexOf('/') + 1)
    const name = path.slice(at.length)
    if (name === '.gitignore') ignored.push({ at, names: ignoredNames(text) })
    else if (at === '')
      continue // the folder that was given is what the user wants
    else if (name === 'pyvenv.cfg') {
      marked.set(at.slice(0, -1), 'A Python environment (it has a pyvenv.cfg).')
    } else if (text.startsWith(CACHE_MARK)) {
      marked.set(at.slice(0, -1), 'A cache (it has a CACHEDIR.TAG).')
    }
  }
  if (marked.size === 0 && ignored.every(({ names }) => names.size === 0)) return () => undefined

  const decided = new Map<string, Skipped | null>()
  const judge = (folder: string): Skipped | null => {
    const mark = marked.get(folder)
    if (mark !== undefined) return { path: folder, reason: mark }
    const slash = folder.lastIndexOf('/')
    const name = folder.slice(slash + 1)
    if (!NAMES.has(name)) return null
    for (const { at, names } of ignored) {
      const anywhere = names.get(name)
      if (anywhere === undefined || !folder.startsWith(at)) continue
      if (anywhere || folder.length === at.length + name.length) {
        return { path: folder, reason: `Made by a tool: ${at}.gitignore lists it.` }
      }
    }
    return null
  }
  return (path) => {
    for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      const folder = path.slice(0, slash)
      let found = decided.get(folder)
      if (found === undefined) {
        found = judge(folder)
        decided.set(folder, found)
      }
      if (found) return found
    }
    return undefined
  }
}

/** Names that a `.gitignore` lists as they are: true = at any depth, false = beside it only. */
function ignoredNames(text: string): ReadonlyMap<string, boolean> {
  const names = new Map<string, boolean>()
  // A line that takes something back may mean a part of the folder: then it is the user's.
  const kept = text.split(/\r?\n/).filter((line) => line.startsWith('!'))
  for (const line of text.split(/\r?\n/)) {
    const [, anchor, name] = /^(\/|\*\*\/)?([\w-]+)\/?\s*$/.exec(line) ?? []
    if (name === undefined || !NAMES.has(name)) continue
    if (kept.some((one) => one.includes(name))) continue
    names.set(name, names.get(name) === true || anchor !== '/')
  }
  return names
}
