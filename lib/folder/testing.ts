import type { FolderEntry, FolderPort } from './port'

/** A folder in memory. */
export class MemoryFolder implements FolderPort {
  readonly files = new Map<string, string>()
  readonly folders = new Set<string>([''])
  /** Paths that were written or removed, in that order. */
  readonly log: string[] = []
  /** Called before each write and removal: may change the folder, or throw as a full disk does. */
  before: (path: string) => void = () => undefined

  constructor(files: Readonly<Record<string, string>> = {}) {
    for (const [path, text] of Object.entries(files)) this.put(path, text)
  }

  put(path: string, text: string): void {
    const parts = path.split('/')
    for (let i = 1; i < parts.length; i++) this.folders.add(parts.slice(0, i).join('/'))
    this.files.set(path, text)
  }

  async entries(path: string): Promise<readonly FolderEntry[] | undefined> {
    if (!this.folders.has(path)) return undefined
    const below = (full: string) =>
      full !== '' && full.slice(0, Math.max(0, full.lastIndexOf('/'))) === path
    const named = (kind: FolderEntry['kind']) => (full: string) => ({
      name: full.slice(full.lastIndexOf('/') + 1),
      kind,
    })
    return [
      ...[...this.files.keys()].filter(below).map(named('file')),
      ...[...this.folders].filter(below).map(named('folder')),
    ]
  }

  async read(path: string, most: number): Promise<Uint8Array | undefined> {
    const text = this.files.get(path)
    const bytes = text === undefined ? undefined : new TextEncoder().encode(text)
    return bytes && bytes.length <= most ? bytes : undefined
  }

  async write(path: string, bytes: Uint8Array): Promise<void> {
    this.before(path)
    this.log.push(path)
    this.put(path, new TextDecoder().decode(bytes))
  }

  async removeFile(path: string): Promise<void> {
    this.before(path)
    if (!this.files.delete(path)) throw new Error(`no file ${path}`)
    this.log.push(`-${path}`)
  }

  async removeEmptyFolder(path: string): Promise<void> {
    if ((await this.entries(path))?.length !== 0) throw new Error(`${path} is not empty`)
    this.folders.delete(path)
  }
}
