import { isRecord, type Path, valueAt } from '@/lib/promise/path'
import { containerRule, type Fields, items, text, there } from './pipeline-rule'
import { hasOddDivisor } from './pipeline-sources'
import type { Finding, Rule } from './rule'
import { UNKNOWN_PROJECTIONS } from './volume-projections'

type Report = (finding: Finding) => void

/** Sources of volumes that other rules look into as deep as the API server. */
const KNOWN = [
  'configMap',
  'secret',
  'emptyDir',
  'persistentVolumeClaim',
  'hostPath',
  'nfs',
  'projected',
]

/** kratix.md 4.3: what the API server looks into and this page does not. */
export const jobNotJudged: Rule = {
  id: 'job-not-judged',
  check(context, report) {
    containers.check(context, report)
    for (const { path } of context.promise.workflows.flatMap(({ pipelines }) => pipelines)) {
      const pipeline = valueAt(context.value, path)
      if (!isRecord(pipeline)) continue
      volumes(valueAt(pipeline, ['spec', 'volumes']), [...path, 'spec', 'volumes'], report)
      const at = [...path, 'metadata', 'annotations']
      const annotations = valueAt(context.value, at)
      for (const key of isRecord(annotations) ? Object.keys(annotations) : []) {
        if (SPECIAL.test(key)) say([...at, key], `the annotation "${key}"`, report)
      }
    }
  },
}

/** Annotations of Pods that the API server reads. */
const SPECIAL =
  /^(kubernetes\.io\/config\.mirror|scheduler\.alpha\.kubernetes\.io\/tolerations|(seccomp|container\.seccomp)\.security\.alpha\.kubernetes\.io\/.*|container\.apparmor\.security\.beta\.kubernetes\.io\/.*)$/

const containers = containerRule('job-not-judged', ({ fields, path }, report) => {
  for (const [i, { valueFrom }] of items(fields.env)) {
    if (!isRecord(valueFrom)) continue
    const at = [...path, 'env', i, 'valueFrom']
    const { fileKeyRef, resourceFieldRef } = valueFrom
    if (there(fileKeyRef)) say([...at, 'fileKeyRef'], 'a fileKeyRef', report)
    if (isRecord(resourceFieldRef) && hasOddDivisor(resourceFieldRef)) {
      say([...at, 'resourceFieldRef', 'divisor'], 'a divisor', report)
    }
  }
  const { resources, securityContext } = fields
  if (isRecord(securityContext) && there(securityContext.windowsOptions)) {
    say([...path, 'securityContext', 'windowsOptions'], 'windowsOptions', report)
  }
  if (!isRecord(resources)) return
  const at = [...path, 'resources']
  if (Array.isArray(resources.claims) && resources.claims.length > 0) {
    say([...at, 'claims'], 'claims', report)
  }
  for (const side of ['limits', 'requests']) {
    const given = resources[side]
    for (const name of isRecord(given) ? Object.keys(given) : []) {
      if (name.startsWith('hugepages-')) say([...at, side, name], `the size of "${name}"`, report)
    }
  }
})

function volumes(list: unknown, at: Path, report: Report): void {
  for (const [i, volume] of items(list)) {
    for (const key of Object.keys(volume)) {
      if (key === 'name' || KNOWN.includes(key) || !there(volume[key])) continue
      say([...at, i, key], `a volume of type ${key}`, report)
    }
    const { projected } = volume
    if (isRecord(projected)) projections(projected, [...at, i, 'projected'], report)
  }
}

function projections(projected: Fields, at: Path, report: Report): void {
  for (const [i, source] of items(projected.sources)) {
    for (const key of UNKNOWN_PROJECTIONS) {
      if (there(source[key])) say([...at, 'sources', i, key], `a ${key}`, report)
    }
    const { downwardAPI } = source
    for (const [j, file] of items(isRecord(downwardAPI) ? downwardAPI.items : undefined)) {
      const { resourceFieldRef: ref } = file
      if (!isRecord(ref) || !hasOddDivisor(ref) || text(ref.resource) === undefined) continue
      const place = [...at, 'sources', i, 'downwardAPI', 'items', j, 'resourceFieldRef', 'divisor']
      say(place, 'a divisor', report)
    }
  }
}

function say(at: Path, what: string, report: Report): void {
  report({
    severity: 'info',
    at,
    message: `The Job of the pipeline is not judged here, because of ${what}.`,
  })
}
