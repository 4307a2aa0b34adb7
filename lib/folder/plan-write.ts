import type { Tree, TreeFile } from '@/lib/patch/compare'
import type { FileContent } from '@/lib/promise/files'
import type { Disk } from './read-disk'

/** Path -> SHA-256 of contents. */
export type Hashes = ReadonlyMap<string, string>

/** What writing does with one path. */
export type Item =
  | { readonly action: 'create'; readonly path: string; readonly file: TreeFile }
  /** The disk holds what we know of: an earlier state of this file. */
  | {
      readonly action: 'replace'
      readonly path: string
      readonly file: TreeFile
      readonly disk: FileContent
    }
  | { readonly action: 'same'; readonly path: string; readonly file: TreeFile }
  /** Somebody else wrote it meanwhile: it is replaced only when the user chooses so. */
  | {
      readonly action: 'changed'
      readonly path: string
      readonly file: TreeFile
      readonly disk: FileContent | 'large'
    }
  /** We wrote it, nobody changed it, and it is no part of the repository any more. */
  | { readonly action: 'remove'; readonly path: string; readonly disk: FileContent }
  /** It is no part of the repository any more, but not ours to remove. */
  | { readonly action: 'stays'; readonly path: string; readonly reason: string }
  /** It cannot be written. */
  | { readonly action: 'blocked'; readonly path: string; readonly reason: string }

export interface WriteInput {
  /** Every file of the repository. */
  readonly files: Tree
  readonly disk: Disk
  /** Contents that the disk may hold without a loss: kept states of the same repository. */
  readonly known: readonly Hashes[]
  /** What we wrote into this folder: by our own memory, and by the settings file that lies there. */
  readonly written: readonly Hashes[]
}

/** What would happen to each path, sorted by path. Nothing is touched that is not in it. */
export function planWrite({ files, disk, known, written }: WriteInput): readonly Item[] {
  const items: Item[] = []
  const twins = twinsIn(files)
  const isKnown = (path: string, content: FileContent): boolean =>
    holds(written, path, content) || holds(known, path, content)

  for (const [path, file] of files) {
    const reason = twins.get(path) ?? obstacle(path, disk)
    const there = disk.files.get(path)
    if (reason !== undefined) items.push({ action: 'blocked', path, reason })
    else if (!there) items.push({ action: 'create', path, file })
    else if (there === 'large') items.push({ action: 'changed', path, file, disk: there })
    else if (there.equals(file.content)) items.push({ action: 'same', path, file })
    else if (isKnown(path, there)) items.push({ action: 'replace', path, file, disk: there })
    else items.push({ action: 'changed', path, file, disk: there })
  }
  for (const path of new Set([...written, ...known].flatMap((state) => [...state.keys()]))) {
    const there = disk.files.get(path)
    if (files.has(path) || there === undefined) continue
    if (there !== 'large' && holds(written, path, there)) {
      items.push({ action: 'remove', path, disk: there })
    } else {
      const reason = written.some((state) => state.has(path))
        ? 'It was changed in the folder since we wrote it.'
        : 'It was not written from here.'
      items.push({ action: 'stays', path, reason })
    }
  }
  return items.sort((a, b) => (a.path < b.path ? -1 : 1))
}

function holds(states: readonly Hashes[], path: string, content: FileContent): boolean {
  return states.some((state) => state.get(path) === content.hash)
}

/** The paths to look at on the disk before planning. */
export function pathsOf({ files, known, written }: Omit<WriteInput, 'disk'>): ReadonlySet<string> {
  const hashed = [...known, ...written].flatMap((state) => [...state.keys()])
  return new Set([...files.keys(), ...hashed])
}

/** Why `path` cannot be a file there; `undefined` when it can, or is one. */
function obstacle(path: string, { names }: Disk): string | undefined {
  const parts = path.split('/')
  for (const [i, name] of parts.entries()) {
    const above = parts.slice(0, i).join('/')
    const there = names.get(above)
    if (!there) return undefined
    const wanted = i === parts.length - 1 ? 'file' : 'folder'
    const kind = there.get(name)
    const full = above === '' ? name : `${above}/${name}`
    if (kind && kind !== wanted) return `${full} is a ${kind} there.`
    if (kind) continue
    // Most disks of macOS and Windows take both for one name: writing one would replace the other.
    const twin = [...there.keys()].find((other) => folded(other) === folded(name))
    return twin && `The folder holds ${twin}, which many disks do not tell apart from ${name}.`
  }
  return undefined
}

/** The paths that many disks take for an earlier one of the same design, with the reason. */
function twinsIn(files: Tree): ReadonlyMap<string, string> {
  const firsts = new Map<string, string>()
  const reasons = new Map<string, string>()
  for (const path of [...files.keys()].sort()) {
    const parts = path.split('/')
    // Folders count too: `Docs` and `docs` would become one.
    for (const i of parts.keys()) {
      const part = parts.slice(0, i + 1).join('/')
      const first = firsts.get(folded(part))
      if (first === undefined) firsts.set(folded(part), part)
      else if (first !== part && !reasons.has(path)) {
        reasons.set(
          path,
          `The design holds ${first}, which many disks do not tell apart from ${part}.`,
        )
      }
    }
  }
  return reasons
}

const folded = (name: string): string => name.normalize('NFC').toLowerCase()
