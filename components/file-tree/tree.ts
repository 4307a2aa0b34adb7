import { BASE_FOLDER, isBase } from '@/lib/promise/files'

/** A folder or file of the repository, for the tree. */
export interface TreeNode {
  readonly name: string
  /** Path in the repository; of a folder without the final slash. */
  readonly path: string
  /** `undefined` for a file. */
  readonly children: readonly TreeNode[] | undefined
}

/**
 * The tree of `paths`: folders first, then files, each by name. Folders that hold nothing but one
 * folder are joined with it (`configure/instance/render`), as editors do. What is kept to merge
 * with comes last: it looks like the user's files and is not.
 */
export function treeOf(paths: Iterable<string>): readonly TreeNode[] {
  const root: Folder = { folders: new Map(), files: [] }
  for (const path of paths) {
    const parts = path.split('/')
    const name = parts.pop() ?? path
    let here = root
    for (const part of parts) {
      const next = here.folders.get(part) ?? { folders: new Map(), files: [] }
      here.folders.set(part, next)
      here = next
    }
    here.files.push(name)
  }
  const nodes = nodesOf(root, '')
  return [...nodes.filter(({ path }) => !isKept(path)), ...nodes.filter(({ path }) => isKept(path))]
}

/** True for the folder of generated bases and those in it. */
export function isKept(path: string): boolean {
  return isBase(`${path}/`) || BASE_FOLDER.startsWith(`${path}/`)
}

interface Folder {
  readonly folders: Map<string, Folder>
  readonly files: string[]
}

function nodesOf(folder: Folder, prefix: string): readonly TreeNode[] {
  const folders = [...folder.folders]
    .sort(byName)
    .map(([name, inner]) => folderNode(name, inner, prefix))
  const files = folder.files
    .sort()
    .map((name): TreeNode => ({ name, path: prefix + name, children: undefined }))
  return [...folders, ...files]
}

function folderNode(name: string, folder: Folder, prefix: string): TreeNode {
  const path = prefix + name
  const [only] = folder.folders
  if (folder.files.length === 0 && folder.folders.size === 1 && only) {
    return folderNode(`${name}/${only[0]}`, only[1], prefix)
  }
  return { name, path, children: nodesOf(folder, `${path}/`) }
}

function byName(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : 1
}
