import type { Command } from '@/lib/promise/command'
import type { Files } from '@/lib/promise/files'
import type { Path } from '@/lib/promise/path'
import { isWithin } from '@/lib/promise/path'
import type { PromiseView } from '@/lib/promise/view'
import { storageVersion } from '@/lib/promise/view'
import { namesBelowSpec } from '@/lib/schema/places'
import { editSettings, set } from './edit-yaml'
import { readSettings } from './settings'

/** A row of a `render` step that reads a property. */
export interface ReadingRow {
  /** Place of the row in the settings. */
  readonly path: Path
  /** `spec.a.b`. */
  readonly from: string
}

/** The rows whose source is the property at `path` or lies below it. */
export function rowsThatRead(
  files: Files,
  promise: PromiseView,
  path: Path,
): readonly ReadingRow[] {
  const source = sourceOf(promise, path)
  if (source === undefined) return []
  return Object.entries(readSettings(files).settings.steps).flatMap(([key, step]) =>
    step.kind !== 'render'
      ? []
      : Object.entries(step.values).flatMap(([name, row]) =>
          'from' in row && (row.from === source || row.from.startsWith(`${source}.`))
            ? [{ path: ['steps', key, 'values', name], from: row.from }]
            : [],
        ),
  )
}

/** Lets values follow a property from one place to another: `spec.size` becomes `spec.tier`. */
export function followSpecPath(
  files: Files,
  promise: PromiseView,
  before: Path,
  after: Path,
): readonly Command[] {
  const [from, to] = [sourceOf(promise, before), sourceOf(promise, after)]
  const rows = rowsThatRead(files, promise, before)
  if (from === undefined || to === undefined || rows.length === 0) return []
  const edits = rows.map((row) => set([...row.path, 'from'], to + row.from.slice(from.length)))
  return [editSettings({ label: 'Follow the property' }, ...edits)]
}

/** How a value names the property at `path`; `undefined` when none can, or not in this version. */
function sourceOf({ api }: PromiseView, path: Path): string | undefined {
  const version = api && storageVersion(api)
  const names = namesBelowSpec(path)
  if (!version || !isWithin(path, version.path) || !names || names.length === 0) return undefined
  return names.some((name) => name.includes('.')) ? undefined : ['spec', ...names].join('.')
}
