import { valueAt } from '@/lib/promise/path'
import { equal, show } from '@/lib/schema/misfit'
import { risky, updateRule } from './update-rule'

const SELECTORS = ['spec', 'destinationSelectors']
const NAMESPACE = ['spec', 'workflows', 'config', 'pipelineNamespace']

/** kratix.md 9.3: what was scheduled, or run, elsewhere stays there. */
export const updateScheduling = updateRule('update-scheduling', ({ value }, before, report) => {
  const given = (path: readonly string[], document: unknown) => {
    const found = valueAt(document, path)
    const none = found === null || found === '' || (Array.isArray(found) && found.length === 0)
    return none ? undefined : found
  }
  const selectors = given(SELECTORS, before.value)
  if (!equal(given(SELECTORS, value), selectors)) {
    report(
      risky(
        SELECTORS,
        'the destination selectors are others: existing resource works stay where they are as misplaced, and old files of the Promise remain until they are removed by hand.',
      ),
    )
  }
  const namespace = given(NAMESPACE, before.value)
  if (equal(given(NAMESPACE, value), namespace)) return
  report(
    risky(
      NAMESPACE,
      `the pipeline namespace was ${namespace === undefined ? 'not set' : show(namespace)}: old Jobs and Works remain there, and Secrets must exist in the new one.`,
    ),
  )
})
