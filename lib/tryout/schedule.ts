import { md5 } from '@noble/hashes/legacy.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { WorkflowType } from '@/lib/promise/workflows'
import type { ReadFile, Selector } from './metadata-files'
import type { Destination, LabelSource, Landing, WantedLabel, WorkloadGroup } from './types'

/** Labels and who wants them, from the strongest to the weakest (kratix.md 5.4). */
export type LabelLayer = readonly [LabelSource, Readonly<Record<string, string>>]

/** What the files of a pipeline have in common on their way to the Destinations. */
export interface Delivery {
  readonly type: WorkflowType
  readonly promise: string
  /** Name of the request; '' in promise workflows. */
  readonly request: string
  /** Where the Work lies: the namespace in which the pipeline runs. */
  readonly namespace: string
  /** '' for the static dependencies, which no pipeline has written. */
  readonly pipeline: string
  readonly destinations: readonly Destination[]
}

export interface Split {
  readonly directory: string
  readonly files: readonly string[]
  /** Labels that the workflow itself asks for. */
  readonly labels: Readonly<Record<string, string>> | undefined
}

/**
 * The output of a pipeline in groups: each listed directory, then the rest. A listed directory that
 * was not written fails the pipeline (kratix.md 5.3).
 */
export function splitOutput(
  paths: readonly string[],
  selectors: readonly Selector[],
): ReadFile<readonly Split[]> {
  const groups: Split[] = []
  for (const { directory, matchLabels } of selectors) {
    if (directory === '.') continue
    const files = paths.filter((path) => path.startsWith(`${directory}/`))
    if (files.length === 0) {
      const path = `/work-creator-files/input/${directory}`
      return { ok: false, reason: `open ${path}: no such file or directory` }
    }
    groups.push({ directory, files, labels: matchLabels })
  }
  const own = new Set(groups.flatMap(({ files }) => files))
  const rest = paths.filter((path) => !own.has(path))
  const root = selectors.find(({ directory }) => directory === '.')
  if (rest.length > 0) groups.push({ directory: '.', files: rest, labels: root?.matchLabels })
  return { ok: true, value: groups }
}

/** A group with the labels that count, and where its files go. */
export function schedule(
  split: Split,
  layers: readonly LabelLayer[],
  certain: boolean,
  delivery: Delivery,
): WorkloadGroup {
  const labels = effectiveLabels(layers)
  const matching = delivery.destinations.filter((one) => matches(one, labels))
  return {
    pipeline: delivery.pipeline,
    directory: split.directory,
    labels,
    certain,
    files: split.files,
    destinations: matching.map((one) => landing(one, split, delivery)),
  }
}

/** Of two layers that want the same label, the stronger decides. */
export function effectiveLabels(layers: readonly LabelLayer[]): readonly WantedLabel[] {
  const found = new Map<string, WantedLabel>()
  for (const [source, labels] of layers) {
    for (const [key, value] of Object.entries(labels)) {
      const known = found.get(key)
      if (!known) found.set(key, { key, value, source, over: [] })
      else if (known.value !== value) {
        found.set(key, { ...known, over: [...known.over, { value, source }] })
      }
    }
  }
  return [...found.values()]
}

/** All labels of a list of selectors; on the same key the earlier item wins (kratix.md 2.1). */
export function squash(
  selectors: readonly { readonly matchLabels: Readonly<Record<string, string>> }[],
): Readonly<Record<string, string>> {
  const labels = new Map<string, string>()
  for (const { matchLabels } of selectors) {
    for (const [key, value] of Object.entries(matchLabels)) {
      if (!labels.has(key)) labels.set(key, value)
    }
  }
  return Object.fromEntries(labels)
}

/** Without selectors every Destination does, but for one with labels that takes matches only. */
function matches(
  { labels, strictMatchLabels }: Destination,
  wanted: readonly WantedLabel[],
): boolean {
  if (wanted.length === 0) return !(strictMatchLabels && Object.keys(labels).length > 0)
  return wanted.every(({ key, value }) => Object.hasOwn(labels, key) && labels[key] === value)
}

function landing(
  { name, mode }: Destination,
  { directory, files }: Split,
  delivery: Delivery,
): Landing {
  const below = mode === 'nestedByMetadata' ? nested(directory, delivery) : []
  const paths = files.map((file) => ({
    file,
    path: [name, ...below, mode === 'aggregatedYAML' ? AGGREGATE : file].join('/'),
  }))
  return { destination: name, mode, paths }
}

/** What Kratix calls the file unless `spec.filepath.filename` says otherwise. */
const AGGREGATE = 'aggregated.yaml'

function nested(directory: string, delivery: Delivery): readonly string[] {
  const { type, promise, request, namespace, pipeline } = delivery
  const id = groupId(directory)
  if (type === 'promise') {
    return ['dependencies', promise, ...(pipeline === '' ? [] : [pipeline]), id]
  }
  return ['resources', namespace, promise, request, pipeline, id]
}

/** Kratix keeps the groups of a Work apart by the first digits of a hash of their directory. */
export function groupId(directory: string): string {
  return bytesToHex(md5(utf8ToBytes(directory))).slice(0, 5)
}
