import { setField } from '@/lib/commands/set-field'
import { PROMISE_FILE } from '@/lib/promise/files'
import { checkLabelKey, checkSubdomain } from '@/lib/promise/names'
import { isRecord, type Path, valueAt } from '@/lib/promise/path'
import { API } from '@/lib/promise/read'
import { isInteger, show } from '@/lib/schema/misfit'
import type { Finding, Rule } from './rule'

/** kratix.md 1 and 3: the metadata of a Promise, and of its API, hold what the API server takes. */
export const metadataFields: Rule = {
  id: 'metadata-fields',
  check({ value }, report) {
    checkMetadata(value, ['metadata'], report)
    checkMetadata(value, [...API, 'metadata'], report)
  },
}

function checkMetadata(value: unknown, at: Path, report: (finding: Finding) => void) {
  const metadata = valueAt(value, at)
  if (!isRecord(metadata)) return
  const say = (message: string, ...path: Path) =>
    report({ severity: 'error', message, at: [...at, ...path] })
  const { namespace, generateName, finalizers, ownerReferences, generation } = metadata
  if (typeof namespace === 'string' && namespace !== '') {
    report({
      severity: 'error',
      message: `"namespace" is ${show(namespace)}, which is not allowed on this type: it belongs to the whole cluster.`,
      at: [...at, 'namespace'],
      fix: setField(PROMISE_FILE, [...at, 'namespace'], undefined, 'Remove the namespace'),
    })
  }
  if (typeof generateName === 'string' && generateName !== '') {
    const fault = checkSubdomain(generateName.replace(/-$/, 'a'), 'The generateName')
    if (fault) say(fault, 'generateName')
  }
  if (isInteger(generation) && generation < 0) {
    say('"generation" must be greater than or equal to 0.', 'generation')
  }
  for (const [i, finalizer] of Array.isArray(finalizers) ? finalizers.entries() : []) {
    const fault = checkLabelKey(typeof finalizer === 'string' ? finalizer : '')
    if (fault) say(fault.replaceAll('label', 'finalizer'), 'finalizers', i)
  }
  for (const [i, owner] of Array.isArray(ownerReferences) ? ownerReferences.entries() : []) {
    const fields: Readonly<Record<string, unknown>> = isRecord(owner) ? owner : {}
    for (const key of ['apiVersion', 'kind', 'name', 'uid']) {
      if (!fields[key]) say(`The owner has no ${key}.`, 'ownerReferences', i, key)
    }
  }
}
