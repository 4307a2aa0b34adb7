import { isRecord, isWithin, type Path, valueAt } from '@/lib/promise/path'

/** Where the internal form of a CRD, whose names refusals bear, differs from what is written. */
const RENAMED: readonly (readonly [RegExp, string])[] = [
  [/^(spec\.api\.spec\.conversion)\.webhookClientConfig/, '$1.webhook.clientConfig'],
  [
    /^(spec\.api\.spec\.conversion)\.conversionReviewVersions/,
    '$1.webhook.conversionReviewVersions',
  ],
  [/^spec\.api\.spec\.schema\.openAPIV3Schema$/, 'spec.api.spec.versions'],
  // We name the first fault of a default, the API server all.
  [/\.default[.[].*/, '.default'],
  [/\.ownerReferences\..*/, '.ownerReferences'],
  // Of these the API server forgets the index.
  [/(\.volumeMounts)\.[a-zA-Z]+$/, '$1'],
  [/(\.downwardAPI)\.[a-zA-Z.]+$/, '$1'],
  [/(\.projected)\.path$/, '$1'],
  [/\.JSONPath$/, '.jsonPath'],
  [/^spec\.api\.status\.storedVersions.*/, 'spec.api.spec.versions'],
  [/^spec\.api\.spec\.version$/, 'spec.api.spec.versions[0].name'],
]

/** What versions share stands above them in the internal form. */
const SHARED: readonly (readonly [string, string])[] = [
  ['spec.api.spec.validation', '.schema'],
  ['spec.api.spec.subresources', '.subresources'],
  ['spec.api.spec.additionalPrinterColumns', '.additionalPrinterColumns'],
  ['spec.api.spec.selectableFields', '.selectableFields'],
]

/** The places in the document that a refusal may mean: several where versions are alike. */
export function refusalPlaces(document: unknown, path: string): readonly Path[] {
  if (path.startsWith('spec.api.metadata.annotations[api-approved')) {
    return [['spec', 'api', 'spec', 'group']]
  }
  if (path === 'spec.api.metadata.name') {
    return ['metadata.name', 'spec.group', 'spec.names.plural'].map((one) =>
      parsePath(`spec.api.${one}`),
    )
  }
  const text = RENAMED.reduce((now, [from, to]) => now.replace(from, to), path)
  for (const [prefix, below] of SHARED) {
    if (text !== prefix && !/^[.[]/.test(text.slice(prefix.length))) continue
    if (!text.startsWith(prefix)) continue
    const versions = valueAt(document, ['spec', 'api', 'spec', 'versions'])
    const count = Array.isArray(versions) ? versions.length : 0
    return Array.from({ length: count }, (_, i) =>
      parsePath(`spec.api.spec.versions[${i}]${below}${text.slice(prefix.length)}`),
    )
  }
  return [parsePath(text)]
}

function parsePath(text: string): Path {
  const steps: (string | number)[] = []
  for (const [, key, inBrackets] of text.matchAll(/(?:^|\.)([^.[\]]+)|\[([^\]]*)\]/g)) {
    if (key !== undefined) steps.push(key)
    else if (inBrackets !== undefined) {
      steps.push(/^\d+$/.test(inBrackets) ? Number(inBrackets) : inBrackets)
    }
  }
  // A key in brackets may be a number by its looks.
  return steps.map((step, i) => (steps[i - 1] === 'properties' ? String(step) : step))
}

/** True when an error at `ours` speaks of `theirs`: at it, in it, or at what holds it. */
export function speaksOf(ours: Path, theirs: Path): boolean {
  if (isWithin(ours, theirs)) return true
  const holder = holderOf(theirs)
  if (ours.length === holder.length && isWithin(ours, holder)) return true
  // `required` is where a missing default child, and a missing property, can be put right, too.
  return ours.length === holder.length + 1 && isWithin(ours, holder)
}

/** The map above a place; of a property it is the schema that declares it. */
function holderOf(path: Path): Path {
  const above = path.slice(0, -1)
  return above.at(-1) === 'properties' || typeof path.at(-1) === 'number'
    ? above.slice(0, -1)
    : above
}

/** True when the document has something at `path`. */
export function isThere(document: unknown, path: Path): boolean {
  return valueAt(document, path) !== undefined || (path.length === 0 && isRecord(document))
}
