/**
 * Folders that are never part of a Promise repository: version control, installed packages and
 * caches, all made again by their tools. Names that people also give to their own folders (`dist`,
 * `build`, `out`, `target`, `vendor`) are not here: what a user wrote must survive.
 */
const FOLDERS = new Set([
  '.git',
  '.hg',
  '.svn',
  'node_modules',
  '__pycache__',
  '.venv',
  '.terraform',
  '.next',
  '.idea',
  '__MACOSX',
])
const FILES = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini'])

/** True when the folder of this name need not be looked into. */
export function isSkippedFolder(name: string): boolean {
  return FOLDERS.has(name)
}

/** True for a file that importers pass over in silence. */
export function isSkipped(path: string): boolean {
  const parts = path.split('/')
  const name = parts.pop() ?? ''
  // A worktree or submodule has a file `.git`. AppleDouble files begin with `._`.
  return (
    FILES.has(name) || name === '.git' || name.startsWith('._') || parts.some((p) => FOLDERS.has(p))
  )
}
