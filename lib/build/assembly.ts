import {
  BASE_FOLDER,
  FileContent,
  type Files,
  isSafePath,
  SETTINGS_FILE,
} from '@/lib/promise/files'
import type { GeneratedFile } from '@/lib/scaffolds/scaffold'
import { type Hashes, recordedHashes } from './record'
import type { BuiltFile, Origin } from './types'

/** The repository while it is put together: authored files first, then generated ones where free. */
export class Assembly {
  readonly #authored: Files
  readonly #recorded: Hashes
  readonly #files = new Map<string, BuiltFile>()
  readonly #hashes = new Map<string, string>()
  /** Authored files and their folders in lower case: many disks do not tell `Readme.md` apart. */
  readonly #taken = new Map<string, 'file' | 'folder'>()

  constructor(authored: Files) {
    this.#authored = authored
    this.#recorded = recordedHashes(authored)
    for (const [path, content] of authored) {
      this.#put(path, content, 'authored')
      for (const folder of foldersOf(path.toLowerCase())) this.#taken.set(folder, 'folder')
      this.#taken.set(path.toLowerCase(), 'file')
    }
  }

  /**
   * Adds generated files; an authored file of that path stays, as edited when it was ours once.
   * Gives the paths that cannot be in the repository.
   */
  add(generated: readonly GeneratedFile[]): readonly string[] {
    const refused: string[] = []
    for (const { path, text, executable } of generated) {
      if (!isSafePath(path) || this.#blocked(path)) {
        refused.push(path)
        continue
      }
      const content = contentOf(path, text)
      if (this.#authored.has(path)) this.#keepEdited(path, content, executable)
      else {
        this.#hashes.set(path, content.hash)
        this.#put(path, content, 'generated', executable)
      }
    }
    return refused
  }

  settings(content: FileContent): void {
    this.#put(SETTINGS_FILE, content, 'authored')
  }

  originOf(path: string): Origin | undefined {
    return this.#files.get(path)?.origin
  }

  textOf(path: string): string | undefined {
    return this.#files.get(path)?.content.text ?? undefined
  }

  /** True when there is a file below `folder` that does not only keep it. */
  hasBelow(folder: string): boolean {
    for (const path of this.#files.keys()) {
      if (path.startsWith(folder) && !path.endsWith('/.gitkeep')) return true
    }
    return false
  }

  /** What to record: the hash of each generated file, of an edited one that of its base. */
  hashes(): Hashes {
    return Object.fromEntries([...this.#hashes].sort(byPath))
  }

  files(): ReadonlyMap<string, BuiltFile> {
    return new Map([...this.#files].sort(byPath))
  }

  /** True when a file stands where a folder is needed, or the reverse, or one differs in case. */
  #blocked(path: string): boolean {
    const lower = path.toLowerCase()
    if (foldersOf(lower).some((folder) => this.#taken.get(folder) === 'file')) return true
    return this.#taken.has(lower) && !this.#authored.has(path)
  }

  #keepEdited(path: string, generated: FileContent, executable?: boolean): void {
    const content = this.#authored.get(path)
    const base = this.#authored.get(BASE_FOLDER + path)
    const hash = base?.hash ?? (Object.hasOwn(this.#recorded, path) && this.#recorded[path])
    if (!content || !hash) return
    // Kept while the Promise could not be read: nobody edited it, so that it is generated still.
    if (!base && content.hash === hash) {
      this.#hashes.set(path, generated.hash)
      this.#put(path, generated, 'generated', executable)
      return
    }
    this.#hashes.set(path, hash)
    const moved = generated.hash === hash ? undefined : { base, now: generated }
    this.#put(path, content, 'edited', executable, moved)
    // The user edited it elsewhere, so that no base was kept: this is it, as long as we know it.
    if (!base && !moved) this.#put(BASE_FOLDER + path, generated, 'authored')
  }

  #put(
    path: string,
    content: FileContent,
    origin: Origin,
    executable?: boolean,
    moved?: BuiltFile['moved'],
  ): void {
    const mode = origin === 'authored' ? isScript(path, content) : executable === true
    this.#files.set(path, { path, content, origin, executable: mode, ...(moved && { moved }) })
  }
}

function foldersOf(path: string): readonly string[] {
  const parts = path.split('/')
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('/'))
}

function byPath([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1
}

/** Modes do not come with authored files: scripts are known by their name or their first line. */
export function isScript(path: string, content: FileContent): boolean {
  if (path.endsWith('.sh')) return true
  if (/\.[a-z]+$/.test(path)) return false
  const [hash, bang] = content.bytes
  return hash === 0x23 && bang === 0x21
}

const contents = new Map<string, FileContent>()

/** The content of the last build when the text is still the same: no second hash, same identity. */
function contentOf(path: string, text: string): FileContent {
  const before = contents.get(path)
  if (before?.text === text) return before
  const content = FileContent.fromText(text)
  if (contents.size > 2000) contents.clear()
  contents.set(path, content)
  return content
}
