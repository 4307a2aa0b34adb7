import { tryPrintYaml } from '@/lib/build/print'
import { isRecord } from '@/lib/promise/path'
import type { Run, WorkloadGroup } from './types'

/** A part of a run as a text: the object, a file that was written, the status, where files go. */
export interface PartChange {
  readonly kind: 'added' | 'removed' | 'changed'
  /** What it is called: `status.yaml`, `output/<pipeline>/<path>`. */
  readonly path: string
  readonly before: string
  readonly after: string
}

/** What differs from one run to another; of a file that is no text, only that it does. */
export function compareRuns(before: Run, after: Run): readonly PartChange[] {
  const [old, now] = [partsOf(before), partsOf(after)]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((path): PartChange[] => {
    const [was, is] = [old.get(path), now.get(path)]
    if (was === is) return []
    const kind = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed'
    return [{ kind, path, before: was ?? '', after: is ?? '' }]
  })
}

function partsOf(run: Run): ReadonlyMap<string, string> {
  const parts = new Map<string, string>()
  parts.set('object.yaml', tryPrintYaml(withoutStatus(run.object)) ?? '')
  for (const { name, output } of run.pipelines) {
    for (const { path, text, hash, size } of output) {
      parts.set(`output/${name}/${path}`, text ?? `binary, ${size} bytes, SHA-256 ${hash}\n`)
    }
  }
  parts.set('status.yaml', tryPrintYaml(run.status) ?? '')
  parts.set('destinations.txt', [...run.groups, ...run.removed].flatMap(landings).sort().join(''))
  const outcome = [`workflow: ${run.outcome}\n`]
  for (const { name, state, reason } of run.pipelines) {
    outcome.push(`${name}: ${state}${reason === undefined ? '' : ` (${reason})`}\n`)
  }
  parts.set('outcome.txt', outcome.join(''))
  return parts
}

function landings({ pipeline, files, destinations }: WorkloadGroup): readonly string[] {
  if (destinations.length === 0) return files.map((file) => `pending: ${pipeline} ${file}\n`)
  return destinations.flatMap(({ paths }) => paths.map(({ path }) => `${path}\n`))
}

/** An object without what Kratix has written into it. */
export function withoutStatus(object: unknown): unknown {
  if (!isRecord(object)) return object
  const { status: _, ...rest } = object
  return rest
}
