import type { DependencyView } from '@/lib/promise/view'
import { risky, updateRule } from './update-rule'

/** kratix.md 9.3: what is no longer a dependency is deleted from every Destination. */
export const updateDependencies = updateRule(
  'update-dependencies',
  ({ promise }, before, report) => {
    const now = new Set(promise.dependencies.map(identity))
    for (const old of before.promise.dependencies) {
      if (old.kind === '' || old.name === '' || now.has(identity(old))) continue
      report(
        risky(
          ['spec', 'dependencies'],
          `the ${old.kind} "${old.name}" is no longer a dependency, so it is deleted from all Destinations, also while instances still need it.`,
        ),
      )
    }
  },
)

/** Another version of the same API is the same object. */
function identity({ apiVersion, kind, namespace, name }: DependencyView): string {
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : ''
  return JSON.stringify([group, kind, namespace, name])
}
