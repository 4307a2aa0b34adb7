import type { Path } from '@/lib/promise/path'
import { isRecord } from '@/lib/promise/path'
import { isNumber, show } from '@/lib/schema/misfit'
import { type Fields, fault, items, text, there } from './pipeline-rule'
import { fieldRefFault, resourceRefFault } from './pipeline-sources'
import type { Finding } from './rule'
import { filePathFault, keyToPath, modeFault } from './volume-files'

type Report = (finding: Finding) => void

/** What a downward API field of a file can be. */
const FIELDS = [
  'metadata.name',
  'metadata.namespace',
  'metadata.labels',
  'metadata.annotations',
  'metadata.uid',
]

/** Sources of a projected volume that are not looked into here. */
export const UNKNOWN_PROJECTIONS = ['clusterTrustBundle', 'podCertificate']

/** kratix.md 34: the sources of a projected volume share its files. */
export function projectedFaults(projected: Fields, at: Path, report: Report): void {
  modeFault(projected.defaultMode, [...at, 'defaultMode'], report)
  const paths = new Set<string>()
  for (const [i, source] of items(projected.sources)) {
    const here = [...at, 'sources', i]
    const kinds = Object.keys(source).filter((key) => there(source[key]))
    if (kinds.length > 1) {
      report(fault(here, 'A source may not specify more than 1 volume type.'))
    }
    for (const kind of kinds) {
      const fields = source[kind]
      if (isRecord(fields)) projection(kind, fields, [...here, kind], paths, report)
    }
  }
}

function projection(kind: string, fields: Fields, at: Path, paths: Set<string>, report: Report) {
  const takes = (value: unknown, place: Path) => {
    const path = text(value)
    if (path === undefined) return
    if (paths.has(path))
      report(fault(place, `The path ${show(path)} is there twice in the volume.`))
    paths.add(path)
  }
  if (kind === 'secret' || kind === 'configMap') {
    if (text(fields.name) === undefined)
      report(fault([...at, 'name'], `The ${kind} needs its name.`))
    for (const [i, item] of items(fields.items)) {
      keyToPath(item, [...at, 'items', i], report)
      takes(item.path, [...at, 'items', i, 'path'])
    }
  } else if (kind === 'downwardAPI') {
    for (const [i, file] of items(fields.items)) {
      downwardFile(file, [...at, 'items', i], report)
      takes(file.path, [...at, 'items', i, 'path'])
    }
  } else if (kind === 'serviceAccountToken') {
    const { expirationSeconds: seconds } = fields
    if (isNumber(seconds) && (seconds < 600 || seconds > 2 ** 32)) {
      const place = [...at, 'expirationSeconds']
      report(
        fault(place, `expirationSeconds ${seconds} must be between 10 minutes and 2^32 seconds.`),
      )
    }
    filePathFault(fields.path, [...at, 'path'], report)
  }
}

/** A file that shows a field of the Pod. */
export function downwardFile(file: Fields, at: Path, report: Report): void {
  filePathFault(file.path, [...at, 'path'], report)
  modeFault(file.mode, [...at, 'mode'], report)
  const { fieldRef, resourceFieldRef } = file
  if (isRecord(fieldRef)) {
    const bad = fieldRefFault(fieldRef, FIELDS)
    if (bad) report(fault([...at, 'fieldRef', bad.key], bad.message))
    if (there(resourceFieldRef)) {
      report(fault(at, 'fieldRef and resourceFieldRef can not be specified simultaneously.'))
    }
  } else if (isRecord(resourceFieldRef)) {
    const bad = resourceRefFault(resourceFieldRef, true)
    if (bad) report(fault([...at, 'resourceFieldRef', bad.key], bad.message))
  } else report(fault(at, 'One of fieldRef and resourceFieldRef is required.'))
}
