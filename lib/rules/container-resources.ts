import { setField } from '@/lib/commands/set-field'
import { PROMISE_FILE } from '@/lib/promise/files'
import { checkLabelKey } from '@/lib/promise/names'
import { isRecord } from '@/lib/promise/path'
import { parseQuantity } from '@/lib/promise/quantity'
import { show } from '@/lib/schema/misfit'
import { containerRule, type Fields, fault } from './pipeline-rule'

const STANDARD = ['cpu', 'memory', 'ephemeral-storage']
const HUGE = 'hugepages-'

/** kratix.md 37: known resources, none below zero, no request above its limit. */
export const containerResources = containerRule('container-resources', (container, report) => {
  const { resources } = container.fields
  if (!isRecord(resources)) return
  const at = [...container.path, 'resources']
  const [limits, requests] = [quantities(resources.limits), quantities(resources.requests)]
  for (const [side, given] of [
    ['limits', limits],
    ['requests', requests],
  ] as const) {
    for (const [name, value] of Object.entries(given)) {
      const wrong = nameFault(name) ?? valueFault(name, value)
      if (wrong) report(fault([...at, side, name], wrong))
    }
  }
  for (const [name, value] of Object.entries(requests)) {
    const place = [...at, 'requests', name]
    if (!Object.hasOwn(limits, name)) {
      if (canOvercommit(name)) continue
      report(
        fault([...at, 'limits'], `The limit of ${name} must be set: it cannot be overcommitted.`),
      )
      continue
    }
    const limit = limits[name]
    const [asked, most] = [parseQuantity(value), parseQuantity(limit)]
    if (asked === undefined || most === undefined) continue
    const raise = setField(
      PROMISE_FILE,
      [...at, 'limits', name],
      value,
      `Raise the limit to ${show(value)}`,
    )
    const lower = setField(PROMISE_FILE, place, limit, `Lower the request to ${show(limit)}`)
    if (asked !== most && !canOvercommit(name)) {
      const message = `The request ${show(value)} of ${name} must be equal to its limit of ${show(limit)}.`
      report(fault(place, message, { suggestions: [lower] }))
    } else if (asked > most) {
      const message = `The request ${show(value)} of ${name} must be less than or equal to its limit of ${show(limit)}.`
      report(fault(place, message, { suggestions: [lower, raise] }))
    }
  }
  const names = [...Object.keys(limits), ...Object.keys(requests)]
  if (!names.some((name) => name.startsWith(HUGE))) return
  if (names.includes('cpu') || names.includes('memory')) return
  report(fault(at, 'HugePages require cpu or memory.'))
})

/** Null is to Go the quantity 0. */
function quantities(value: unknown): Fields {
  if (!isRecord(value)) return {}
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, one ?? 0]))
}

function nameFault(name: string): string | undefined {
  const wrong = checkLabelKey(name)
  if (wrong) return wrong.replace(/^The label/, 'The resource')
  if (!name.includes('/')) {
    if (STANDARD.includes(name) || name.startsWith(HUGE)) return undefined
    return `${show(name)} must be a standard resource for containers, such as ${STANDARD.join(', ')}, or bear a domain.`
  }
  if (isNative(name)) return undefined
  const extended = !name.startsWith('requests.') && !checkLabelKey(`requests.${name}`)
  return extended ? undefined : `${show(name)} doesn't follow the extended resource name standard.`
}

function valueFault(name: string, value: unknown): string | undefined {
  const quantity = parseQuantity(value)
  if (quantity === undefined) return undefined
  if (quantity < 0n) return `${show(value)} of ${name} must be greater than or equal to 0.`
  const whole = !isNative(name) && !name.startsWith('requests.')
  if (whole && quantity % 1_000_000_000n !== 0n)
    return `${show(value)} of ${name} must be an integer.`
  return undefined
}

const isNative = (name: string) => !name.includes('/') || name.includes('kubernetes.io/')
const canOvercommit = (name: string) => isNative(name) && !name.startsWith(HUGE)
