import type { Path } from '@/lib/promise/path'
import { isRecord } from '@/lib/promise/path'
import { isNumber, show } from '@/lib/schema/misfit'
import { containerRule, descendingFault, type Fields, fault, there } from './pipeline-rule'
import type { Finding } from './rule'

type Report = (finding: Finding) => void

const LARGEST_ID = 2 ** 31 - 1
const PROFILES = ['Localhost', 'RuntimeDefault', 'Unconfined']

/** kratix.md 38. */
export const containerSecurity = containerRule('container-security', (container, report) => {
  const { securityContext: context } = container.fields
  if (!isRecord(context)) return
  const at = [...container.path, 'securityContext']
  for (const key of ['runAsUser', 'runAsGroup']) {
    const id = context[key]
    if (!isNumber(id) || (id >= 0 && id <= LARGEST_ID)) continue
    report(
      fault([...at, key], `${key} ${show(id)} must be between 0 and ${LARGEST_ID}, inclusive.`),
    )
  }
  const { procMount } = context
  if (there(procMount) && procMount !== 'Default') {
    const message =
      procMount === 'Unmasked'
        ? 'procMount Unmasked needs hostUsers to be false, which a pipeline cannot say.'
        : `Unsupported value ${show(procMount)} of procMount: use "Default".`
    report(fault([...at, 'procMount'], message))
  }
  profile(context.seccompProfile, [...at, 'seccompProfile'], report)
  profile(context.appArmorProfile, [...at, 'appArmorProfile'], report)
  if (context.allowPrivilegeEscalation !== false) return
  if (context.privileged === true) {
    const message = 'Cannot set allowPrivilegeEscalation to false and privileged to true.'
    report(fault([...at, 'allowPrivilegeEscalation'], message))
  }
  const { capabilities } = context
  const added = isRecord(capabilities) ? capabilities.add : undefined
  if (!Array.isArray(added) || !added.includes('CAP_SYS_ADMIN')) return
  const message =
    'Cannot set allowPrivilegeEscalation to false and add the capability CAP_SYS_ADMIN.'
  report(fault([...at, 'capabilities', 'add'], message))
})

function profile(value: unknown, at: Path, report: Report): void {
  if (!isRecord(value)) return
  const what = String(at.at(-1))
  const { type, localhostProfile } = value as Fields
  const known = typeof type === 'string' && PROFILES.includes(type)
  if (!known) {
    report(
      fault(
        [...at, 'type'],
        `The type of ${what} is ${there(type) && type !== '' ? show(type) : 'missing'}; supported values are ${PROFILES.map(show).join(', ')}.`,
      ),
    )
    if (what === 'appArmorProfile') return
  }
  const place = [...at, 'localhostProfile']
  if (type === 'Localhost') {
    const wrong = localProfileFault(what, localhostProfile)
    if (wrong) report(fault(place, `The localhostProfile ${wrong}.`))
  } else if (there(localhostProfile)) {
    report(fault(place, `The localhostProfile can only be set when the type is Localhost.`))
  }
}

function localProfileFault(what: string, value: unknown): string | undefined {
  if (typeof value !== 'string')
    return there(value) ? undefined : 'must be set when the type is Localhost'
  if (what === 'seccompProfile') return descendingFault(value)
  if (value.trim() !== value) return 'must not be padded with whitespace'
  if (value === '') return 'must be set when the type is Localhost'
  return value.length > 4095 ? 'must be no more than 4095 bytes' : undefined
}
