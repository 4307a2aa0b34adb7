import type { ReportItem } from './report'

const VERSION_CONTROL = 'Version control: not part of the repository’s files.'
const PACKAGES = 'Installed packages: their tool installs them again.'
const CACHE = 'A cache: its tool makes it again.'
const SYSTEM = 'Left by an operating system.'

/**
 * Folders that are never part of a Promise repository: version control, installed packages and
 * caches, all made again by their tools. Names that people also give to their own folders (`dist`,
 * `build`, `target`) are not here: those need evidence, see made-by-tools.ts.
 */
const FOLDERS: ReadonlyMap<string, string> = new Map([
  ['.git', VERSION_CONTROL],
  ['.hg', VERSION_CONTROL],
  ['.svn', VERSION_CONTROL],
  ['node_modules', PACKAGES],
  ['.venv', PACKAGES],
  ['__pycache__', CACHE],
  ['.terraform', CACHE],
  ['.next', CACHE],
  ['.pytest_cache', CACHE],
  ['.mypy_cache', CACHE],
  ['.ruff_cache', CACHE],
  ['.idea', 'Settings of an editor.'],
  ['__MACOSX', SYSTEM],
])
const FILES = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini'])

/** A path that is passed over, and what is passed over with it: a folder, or the file alone. */
export interface Skipped {
  readonly path: string
  readonly reason: string
}

/** Why importers do not look into a folder of this name. */
export function skippedFolderReason(name: string): string | undefined {
  return FOLDERS.get(name)
}

/** True when the folder of this name need not be looked into. */
export function isSkippedFolder(name: string): boolean {
  return FOLDERS.has(name)
}

/** What importers pass over by its name alone. */
export function skippedBy(path: string): Skipped | undefined {
  const parts = path.split('/')
  for (const [i, part] of parts.slice(0, -1).entries()) {
    const reason = FOLDERS.get(part)
    if (reason) return { path: parts.slice(0, i + 1).join('/'), reason }
  }
  const name = parts.at(-1) ?? ''
  // A worktree or submodule has a file `.git`. AppleDouble files begin with `._`.
  if (name === '.git') return { path, reason: VERSION_CONTROL }
  return FILES.has(name) || name.startsWith('._') ? { path, reason: SYSTEM } : undefined
}

/** True for a file that importers pass over by its name alone. */
export function isSkipped(path: string): boolean {
  return skippedBy(path) !== undefined
}

/** Counts what was skipped, so that a folder is one item of the report. */
export class SkipTally {
  readonly #items = new Map<string, ReportItem>()

  /** One file more below `skipped.path`. */
  add(skipped: Skipped, file: string, news?: true): void {
    const before = this.#items.get(skipped.path)
    if (before?.count !== undefined) {
      this.#items.set(skipped.path, { ...before, count: before.count + 1 })
    } else {
      const { path, reason } = skipped
      const count = path === file ? undefined : 1
      this.#items.set(path, {
        path,
        fate: 'skipped',
        reason,
        ...(count !== undefined && { count }),
        ...(news && { news }),
      })
    }
  }

  items(): readonly ReportItem[] {
    return [...this.#items.values()]
  }
}
