import type { FolderPort } from '@/lib/folder/port'

/** What Chromium adds to the handles of a folder on the disk; the standard types lack it. */
interface PermittedHandle {
  queryPermission?(options: { mode: 'readwrite' }): Promise<PermissionState>
  requestPermission?(options: { mode: 'readwrite' }): Promise<PermissionState>
}
type Picker = (options: { id: string; mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>

function picker(): Picker | undefined {
  const { showDirectoryPicker } = window as { showDirectoryPicker?: Picker }
  return showDirectoryPicker?.bind(window)
}

/** False where the browser cannot write into folders: Firefox, Safari, phones, pages without TLS. */
export const canWriteFolders = (): boolean => picker() !== undefined

/** Asks for a folder; `undefined` when the user thought better of it. */
export async function pickFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    return await picker()?.({ id: 'promise-designer', mode: 'readwrite' })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined
    throw error
  }
}

/** Asks to write into `handle` where that was not granted yet. Call it in an event of the user's. */
export async function mayWrite(handle: FileSystemDirectoryHandle): Promise<boolean> {
  const { queryPermission, requestPermission } = handle as PermittedHandle
  const options = { mode: 'readwrite' } as const
  if ((await queryPermission?.call(handle, options)) === 'granted') return true
  return ((await requestPermission?.call(handle, options)) ?? 'granted') === 'granted'
}

/** True for a handle of the browser's: what was remembered may be anything. */
export function isFolderHandle(value: unknown): value is FileSystemDirectoryHandle {
  return (
    typeof FileSystemDirectoryHandle === 'function' && value instanceof FileSystemDirectoryHandle
  )
}

/** A folder of the browser's as the one that a repository is written into. */
export function folderPort(root: FileSystemDirectoryHandle): FolderPort {
  const folder = async (path: string, create: boolean) => {
    let here = root
    for (const name of path === '' ? [] : path.split('/')) {
      here = await here.getDirectoryHandle(name, { create })
    }
    return here
  }
  const parts = (path: string) => {
    const slash = path.lastIndexOf('/')
    return { above: path.slice(0, Math.max(0, slash)), name: path.slice(slash + 1) }
  }
  return {
    entries: (path) =>
      orNone(async () => {
        const found: { name: string; kind: 'file' | 'folder' }[] = []
        for await (const entry of (await folder(path, false)).values()) {
          found.push({ name: entry.name, kind: entry.kind === 'file' ? 'file' : 'folder' })
        }
        return found
      }),
    read: (path, most) =>
      orNone(async () => {
        const { above, name } = parts(path)
        const file = await (await (await folder(above, false)).getFileHandle(name)).getFile()
        return file.size > most ? undefined : new Uint8Array(await file.arrayBuffer())
      }),
    async write(path, bytes) {
      const { above, name } = parts(path)
      const handle = await (await folder(above, true)).getFileHandle(name, { create: true })
      // The browser writes beside the file and moves it into place on closing.
      const stream = await handle.createWritable()
      try {
        await stream.write(bytes.slice())
      } catch (error) {
        await stream.abort()
        throw error
      }
      await stream.close()
    },
    async removeFile(path) {
      const { above, name } = parts(path)
      await (await folder(above, false)).removeEntry(name)
    },
    async removeEmptyFolder(path) {
      const { above, name } = parts(path)
      await (await folder(above, false)).removeEntry(name)
    },
  }
}

/** What `work` gives, `undefined` where nothing of that name and kind is there. */
async function orNone<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    const name = error instanceof DOMException ? error.name : ''
    if (name === 'NotFoundError' || name === 'TypeMismatchError') return undefined
    throw error
  }
}
