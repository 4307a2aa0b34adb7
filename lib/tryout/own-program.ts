import type { Step } from '@/lib/commands/steps'
import type { Files } from '@/lib/promise/files'
import { valueAt } from '@/lib/promise/path'
import { list, text } from '@/lib/promise/read-values'

/**
 * True when a step does what its settings say and nothing else: its program is generated, nobody has
 * changed it by hand, and the container runs it as it is.
 * @param container as promise.yaml has it
 */
export function isAsGenerated(
  files: Files,
  step: Pick<Step, 'kind' | 'folder'>,
  container: unknown,
): boolean {
  const { kind, folder } = step
  if ((kind !== 'render' && kind !== 'dependencies') || folder === undefined) return false
  if (changedContainer(container) !== undefined) return false
  return ![...files.keys()].some(
    (path) => path.startsWith(folder) && isProgram(path.slice(folder.length)),
  )
}

/** What would make the container run something else than the program that we know. */
export function changedContainer(container: unknown): string | undefined {
  for (const key of ['command', 'args']) {
    if (list(valueAt(container, [key])).length > 0) {
      return `The container has its own ${key}, so it is not run here.`
    }
  }
  const moved = list(valueAt(container, ['env']))
    .map((one) => text(valueAt(one, ['name'])))
    .find((name) => /^(KRATIX_|RESOURCES_DIR$)/.test(name))
  if (moved) return `The container sets ${moved}, so it is not run here.`
  const mounted = list(valueAt(container, ['volumeMounts']))
    .map((one) => text(valueAt(one, ['mountPath'])))
    .find((path) => /^\/(kratix|resources)(\/|$)/.test(path))
  return mounted && `The container mounts a volume at ${mounted}, so it is not run here.`
}

/** True for a path in a step's folder whose file says what the step does. */
export function isProgram(path: string): boolean {
  return path.startsWith('scripts/') || path === 'Dockerfile'
}
