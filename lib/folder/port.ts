/** A folder on the user's disk, as far as writing a repository needs it. Paths are relative to it. */
export interface FolderPort {
  /** What stands directly in the folder `path` (`''` is this one); `undefined` where none is. */
  entries(path: string): Promise<readonly FolderEntry[] | undefined>
  /** The bytes of a file; `undefined` when they are more than `most`, or there is no such file. */
  read(path: string, most: number): Promise<Uint8Array | undefined>
  /** Writes a whole file, and makes the folders above it. After a failure the old file is there. */
  write(path: string, bytes: Uint8Array): Promise<void>
  removeFile(path: string): Promise<void>
  removeEmptyFolder(path: string): Promise<void>
}

export interface FolderEntry {
  readonly name: string
  readonly kind: 'file' | 'folder'
}
