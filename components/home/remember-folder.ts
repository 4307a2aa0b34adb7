import { folderRecords } from '@/lib/store/folder-records'

/**
 * Remembers the folder that a draft was opened from, so that the repository can be written back.
 * @param root the folder in the input that became the repository; begins with the folder's own name
 */
export async function rememberFolder(
  draftId: string,
  folder: FileSystemDirectoryHandle,
  root: string,
): Promise<void> {
  const [own, ...below] = root.split('/')
  if (own !== folder.name) return
  let handle = folder
  for (const name of below) handle = await handle.getDirectoryHandle(name)
  await folderRecords().save({ draftId, handle, written: new Map() })
}
