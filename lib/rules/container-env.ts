import { setField } from '@/lib/commands/set-field'
import { PROMISE_FILE } from '@/lib/promise/files'
import { checkSubdomain } from '@/lib/promise/names'
import type { Path } from '@/lib/promise/path'
import { isRecord } from '@/lib/promise/path'
import { show } from '@/lib/schema/misfit'
import { containerRule, type Fields, fault, items, text, there } from './pipeline-rule'
import { fieldRefFault, keyFault, resourceRefFault } from './pipeline-sources'
import type { Finding } from './rule'

type Report = (finding: Finding) => void

const SOURCES = ['fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef', 'fileKeyRef']

/** What a downward API field of a variable can be. */
const FIELDS = [
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
]

/** kratix.md 31. */
export const containerEnv = containerRule('container-env', ({ fields, path }, report) => {
  for (const [i, variable] of items(fields.env)) {
    const at = [...path, 'env', i]
    nameFault(text(variable.name), [...at, 'name'], 'The name of a variable', report)
    if (isRecord(variable.valueFrom)) valueFrom(variable, variable.valueFrom, at, report)
  }
  for (const [i, source] of items(fields.envFrom)) envFrom(source, [...path, 'envFrom', i], report)
})

function nameFault(name: string | undefined, at: Path, what: string, report: Report): void {
  if (name === undefined) report(fault(at, `${what} is missing.`))
  else if (!/^[ -<>-~]+$/.test(name)) {
    report(
      fault(
        at,
        `${what} ${show(name)} must consist only of printable ASCII characters other than "=".`,
      ),
    )
  }
}

function valueFrom(variable: Fields, source: Fields, at: Path, report: Report): void {
  const place = [...at, 'valueFrom']
  const given = SOURCES.filter((key) => there(source[key]))
  const name = text(variable.name) ?? ''
  if (given.length === 0) {
    report(
      fault(
        place,
        `valueFrom of ${show(name)} must specify one of fieldRef, resourceFieldRef, configMapKeyRef or secretKeyRef.`,
      ),
    )
  } else if (text(variable.value) !== undefined) {
    const message = `${show(name)} has a value and valueFrom, which may not be specified when the value is not empty.`
    const suggestions = [
      setField(PROMISE_FILE, place, undefined, 'Remove valueFrom'),
      setField(PROMISE_FILE, [...at, 'value'], undefined, 'Remove the value'),
    ]
    report(fault(place, message, { suggestions }))
  } else if (given.length > 1) {
    report(fault(place, `valueFrom of ${show(name)} may not have more than one source at a time.`))
  }
  for (const key of ['configMapKeyRef', 'secretKeyRef']) {
    const ref = source[key]
    if (!isRecord(ref)) continue
    const wrong = checkSubdomain(text(ref.name) ?? '', `The name in ${key}`)
    if (wrong) report(fault([...place, key, 'name'], wrong))
    const bad = keyFault(text(ref.key))
    if (bad) report(fault([...place, key, 'key'], `The key in ${key} ${bad}.`))
  }
  if (isRecord(source.fieldRef)) {
    const bad = fieldRefFault(source.fieldRef, FIELDS)
    if (bad) report(fault([...place, 'fieldRef', bad.key], bad.message))
  }
  if (isRecord(source.resourceFieldRef)) {
    const bad = resourceRefFault(source.resourceFieldRef)
    if (bad) report(fault([...place, 'resourceFieldRef', bad.key], bad.message))
  }
}

function envFrom(source: Fields, at: Path, report: Report): void {
  const prefix = text(source.prefix)
  if (prefix !== undefined) nameFault(prefix, [...at, 'prefix'], 'The prefix', report)
  const given = ['configMapRef', 'secretRef'].filter((key) => there(source[key]))
  if (given.length === 0) {
    report(fault(at, 'An item of envFrom must specify one of configMapRef or secretRef.'))
  } else if (given.length > 1) {
    report(fault(at, 'An item of envFrom may not have configMapRef and secretRef at a time.'))
  }
  for (const key of given) {
    const ref = source[key]
    if (!isRecord(ref)) continue
    const wrong = checkSubdomain(unmasked(text(ref.name) ?? ''), `The name in ${key}`)
    if (wrong) report(fault([...at, key, 'name'], wrong))
  }
}

/** What the API server looks at where a name may be the beginning of another: it may end with a dash. */
function unmasked(name: string): string {
  return name.length > 1 && name.endsWith('-') ? `${name.slice(0, -2)}a` : name
}
