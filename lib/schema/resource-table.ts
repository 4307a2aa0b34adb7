import { isRecord, valueAt } from '@/lib/promise/path'
import type { ApiVersionView, ColumnView } from '@/lib/promise/view'
import { AGE_COLUMN, KRATIX_COLUMNS } from './columns'
import { jsonText } from './json-text'

/** What Kratix writes into a request that has just been worked off (kratix.md 5.5, 5.12). */
const STATUS = {
  message: 'Resource requested',
  conditions: [{ type: 'Reconciled', status: 'True', reason: 'Reconciled', message: 'Reconciled' }],
}
const AGE = '5m'

export interface ResourceTableOptions {
  /** As `kubectl get -o wide`: with the columns that have a priority. */
  readonly wide?: boolean
}

/**
 * What `kubectl get` prints of one request: a header and a row. Columns are those of the version,
 * else those that Kratix adds (2.5.4).
 * @param request as people apply it; its status is made up, as Kratix would report success
 */
export function resourceTable(
  version: Pick<ApiVersionView, 'columns'>,
  request: unknown,
  { wide = false }: ResourceTableOptions = {},
): string {
  const columns: readonly Pick<ColumnView, 'name' | 'type' | 'jsonPath' | 'priority'>[] =
    version.columns.length > 0
      ? version.columns
      : KRATIX_COLUMNS.map((column) => ({ ...column, priority: 0 }))
  const shown = columns.filter(({ priority }) => wide || priority === 0)
  const whole = isRecord(request) ? { ...request, status: STATUS } : { status: STATUS }
  const header = ['NAME', ...shown.map(({ name }) => name.toUpperCase())]
  const name = valueAt(request, ['metadata', 'name'])
  const row = [typeof name === 'string' ? name : '', ...shown.map((one) => cell(one, whole))]
  return inColumns([header, row])
}

/** As `kubectl` sets its tables: three spaces between columns. */
function inColumns(lines: readonly (readonly string[])[]): string {
  const count = Math.max(...lines.map((line) => line.length))
  const widths = Array.from({ length: count }, (_, i) =>
    Math.max(...lines.map((line) => [...(line[i] ?? '')].length)),
  )
  return lines
    .map((line) => line.map((text, i) => text.padEnd(widths[i] ?? 0)).join('   '))
    .map((line) => line.trimEnd())
    .join('\n')
}

function cell({ type, jsonPath }: Pick<ColumnView, 'type' | 'jsonPath'>, request: unknown): string {
  if (jsonPath === AGE_COLUMN.jsonPath) return AGE
  const value = follow(request, jsonPath)
  if (value === undefined || value === null) return ''
  if (type === 'date') return age(value)
  const fits =
    type === 'integer' || type === 'number'
      ? typeof value === 'number' || typeof value === 'bigint'
      : type === 'boolean'
        ? typeof value === 'boolean'
        : true
  if (!fits) return ''
  const text = typeof value === 'string' ? value : jsonText(value)
  return text.split('\n')[0] ?? ''
}

/** A point in time is shown as how long ago it was; what is none, and what is to come, is not known. */
function age(value: unknown): string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? AGE : '<invalid>'
}

/**
 * The value at a simple json path: names, `\.` for a dot in one, and `[?(@.key=="value")]` on a
 * list. `undefined` for nothing there, and for any path that says more.
 */
function follow(value: unknown, jsonPath: string): unknown {
  let here = value
  let rest = jsonPath
  while (rest !== '') {
    const name = /^\.((?:[^.[\\]|\\.)+)/.exec(rest)
    const filter = /^\[\?\(@\.([\w-]+)\s*==\s*["']([^"']*)["']\)\]/.exec(rest)
    if (name?.[1] !== undefined) {
      here = valueAt(here, [name[1].replaceAll(/\\(.)/g, '$1')])
    } else if (filter && Array.isArray(here)) {
      const [, key = '', wanted] = filter
      here = here.find((item) => valueAt(item, [key]) === wanted)
    } else return undefined
    rest = rest.slice((name ?? filter)?.[0].length)
  }
  return here
}
