/** A file that the user chose or dropped; `path` begins with the folder that was chosen, if any. */
export interface PickedFile {
  readonly path: string
  readonly file: File
}

/** What the user chose or dropped. */
export interface Picked {
  readonly files: readonly PickedFile[]
  /** Folders that were not looked into. */
  readonly skippedFolders: readonly string[]
  /** Of one dropped folder, where the browser gives it: the folder itself, to write into later. */
  readonly folder?: FileSystemDirectoryHandle
}

/** The files of `<input type="file">`, with or without `webkitdirectory`. */
export function pickedFromInput(list: FileList | null): readonly PickedFile[] {
  return [...(list ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }))
}

export interface DropOptions {
  /** Folders of this name are not looked into. */
  readonly skipFolder: (name: string) => boolean
  /** Looking stops at this many files. */
  readonly maxFiles: number
}

/**
 * The files of a drop, those in dropped folders too. Call it in the event handler itself: the
 * browser empties the transfer right after. @throws Error for more than `maxFiles`, or unreadable.
 */
export async function pickedFromDrop(
  transfer: DataTransfer,
  options: DropOptions,
): Promise<Picked> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.() ?? null)
  const folder = onlyFolder(transfer)
  const plain = pickedFromInput(transfer.files)
  if (!entries.some((entry) => entry?.isDirectory)) return { files: plain, skippedFolders: [] }
  const found: Found = { files: [], skippedFolders: [] }
  for (const entry of entries) if (entry) await collect(entry, '', options, found)
  // Only now, when there are not too many of them: opening one takes as long as listing a hundred.
  const files = await Promise.all(
    found.files.map(async ({ path, entry }) => ({
      path,
      file: await new Promise<File>((resolve, reject) => entry.file(resolve, reject)),
    })),
  )
  return { files, skippedFolders: found.skippedFolders, folder: await folder }
}

/** Chromium's way from a dropped item to a handle; the standard types lack it. */
type Item = DataTransferItem & { getAsFileSystemHandle?(): Promise<FileSystemHandle | null> }

/** The folder of a drop that is one folder. Never rejects: files can be read without it. */
async function onlyFolder(transfer: DataTransfer): Promise<FileSystemDirectoryHandle | undefined> {
  const [item, more] = transfer.items as Iterable<Item>
  if (!item?.getAsFileSystemHandle || more) return undefined
  const handle = await item.getAsFileSystemHandle().catch(() => null)
  return handle instanceof FileSystemDirectoryHandle ? handle : undefined
}

interface Found {
  readonly files: { readonly path: string; readonly entry: FileSystemFileEntry }[]
  readonly skippedFolders: string[]
}

async function collect(
  entry: FileSystemEntry,
  folder: string,
  options: DropOptions,
  found: Found,
): Promise<void> {
  const path = folder + entry.name
  if (isFile(entry)) {
    if (found.files.push({ path, entry }) > options.maxFiles) {
      throw new Error(`There are more than ${options.maxFiles} files in what you dropped.`)
    }
  } else if (isFolder(entry)) {
    if (options.skipFolder(entry.name)) {
      found.skippedFolders.push(path)
      return
    }
    const reader = entry.createReader()
    for (;;) {
      // A reader gives at most 100 entries at a time, and none at the end.
      const batch = await new Promise<FileSystemEntry[]>((resolve, reject) =>
        reader.readEntries(resolve, reject),
      )
      if (batch.length === 0) return
      for (const child of batch) await collect(child, `${path}/`, options, found)
    }
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

/** True when a drag carries files, not text or a part of the page. */
export function carriesFiles(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes('Files') ?? false
}
