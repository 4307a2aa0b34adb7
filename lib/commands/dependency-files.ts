import type { FileContent, Files } from '@/lib/promise/files'
import { isSafePath } from '@/lib/promise/files'
import type { Step } from './steps'

/** A file of manifests that the user gives us: its name, or path in a folder, and its content. */
export interface DependencyFile {
  readonly path: string
  readonly content: FileContent
}

/** Extensions of files that hold manifests. */
const manifest = /\.(ya?ml|json)$/i

/**
 * The step that installs the dependencies as an image, if there is one: ours, or the one that the
 * `kratix` CLI makes.
 */
export function dependenciesStep(steps: readonly Step[]): Step | undefined {
  return (
    steps.find(
      ({ kind, key }) => kind === 'dependencies' && key.startsWith('promise/configure/'),
    ) ?? steps.find(({ key }) => key === 'promise/configure/dependencies/configure-deps')
  )
}

/** Paths of the manifests below `resources/` of a step, in the order of their names. */
export function manifestsOf(files: Files, folder: string): readonly string[] {
  return [...files.keys()]
    .filter((path) => path.startsWith(`${folder}resources/`) && manifest.test(path))
    .sort()
}

/** A path below `resources/` as like the given one as is safe, with an extension of manifests. */
export function resourcePath(given: string): string {
  const parts = given
    .split(/[\\/]+/)
    .map((part) =>
      part
        .replace(/[^\w.-]+/g, '-')
        .replace(/^[-.]+/, '')
        .slice(-100),
    )
    .filter((part) => part !== '')
  const path = parts.join('/') || 'manifest'
  const named = manifest.test(path) ? path : `${path}.yaml`
  return isSafePath(named) ? named : 'manifest.yaml'
}

/** A file name that says what is in a document: `deployment-redis-operator.yaml`. */
export function manifestName(kind: string, name: string): string {
  const plain = `${kind}-${name}`
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/^[-.]+/, '')
    .slice(0, 120)
    .replace(/[-.]+$/, '')
  return `${plain || 'manifest'}.yaml`
}

/** `path`, or the first of `path-2`, `path-3`… before its extension that is not taken. */
export function freePath(path: string, taken: (path: string) => boolean): string {
  if (!taken(path)) return path
  const dot = path.lastIndexOf('.')
  for (let n = 2; ; n++) {
    const next = `${path.slice(0, dot)}-${n}${path.slice(dot)}`
    if (!taken(next)) return next
  }
}
