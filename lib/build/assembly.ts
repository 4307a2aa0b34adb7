import { BASE_FOLDER, FileContent, type Files, SETTINGS_FILE } from '@/lib/promise/files'
import { compareBytes } from '@/lib/render/render-step'
import type { GeneratedFile } from '@/lib/scaffolds/scaffold'
import { type Hashes, recordedHashes } from './record'
import type { BuiltFile, Origin } from './types'

/** The repository while it is put together: authored files first, then generated ones where free. */
export class Assembly {
  readonly #authored: Files
  readonly #recorded: Hashes
  readonly #files = new Map<string, BuiltFile>()
  readonly #hashes = new Map<string, string>()

  constructor(authored: Files) {
    this.#authored = authored
    this.#recorded = recordedHashes(authored)
    for (const [path, content] of authored) this.#put(path, content, 'authored')
  }

  /** Adds generated files; an authored file of that path stays, as edited when it was ours once. */
  add(generated: readonly GeneratedFile[]): void {
    for (const { path, text, executable } of generated) {
      const content = contentOf(path, text)
      if (this.#authored.has(path)) this.#keepEdited(path, content, executable)
      else {
        this.#hashes.set(path, content.hash)
        this.#put(path, content, 'generated', executable)
      }
    }
  }

  settings(content: FileContent): void {
    this.#put(SETTINGS_FILE, content, 'authored')
  }

  originOf(path: string): Origin | undefined {
    return this.#files.get(path)?.origin
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
    return Object.fromEntries([...this.#hashes].sort(([a], [b]) => compareBytes(a, b)))
  }

  files(): ReadonlyMap<string, BuiltFile> {
    return new Map([...this.#files].sort(([a], [b]) => compareBytes(a, b)))
  }

  #keepEdited(path: string, generated: FileContent, executable?: boolean): void {
    const content = this.#authored.get(path)
    const base = this.#authored.get(BASE_FOLDER + path)
    const hash = base?.hash ?? (Object.hasOwn(this.#recorded, path) && this.#recorded[path])
    if (!content || !hash) return
    this.#hashes.set(path, hash)
    this.#put(path, content, 'edited', executable)
    // The user edited it elsewhere, so that no base was kept: this is it, as long as we know it.
    if (!base && generated.hash === hash) this.#put(BASE_FOLDER + path, generated, 'authored')
  }

  #put(path: string, content: FileContent, origin: Origin, executable?: boolean): void {
    const mode = origin === 'authored' ? isScript(path, content) : executable === true
    this.#files.set(path, { path, content, origin, executable: mode })
  }
}

/** Modes do not come with authored files: scripts are known by their name or their first line. */
function isScript(path: string, content: FileContent): boolean {
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
