import { isRecord, valueAt } from '@/lib/promise/path'
import { updateRule } from './update-rule'

/** kratix.md 9.3: a Promise waits for what it requires. */
export const updateRequirements = updateRule('update-requirements', ({ value }, before, report) => {
  const required = (document: unknown) => {
    const list = valueAt(document, ['spec', 'requiredPromises'])
    return Array.isArray(list) ? list.map((one) => (isRecord(one) ? one.name : undefined)) : []
  }
  const old = new Set(required(before.value))
  for (const [i, name] of required(value).entries()) {
    if (typeof name !== 'string' || name === '' || old.has(name)) continue
    report({
      severity: 'info',
      message: `The Promise "${name}" is required now: an installed Promise is unavailable until that is installed, too.`,
      at: ['spec', 'requiredPromises', i],
    })
  }
})
