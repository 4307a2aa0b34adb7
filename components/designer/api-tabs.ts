import type { Place } from '@/lib/promise/command'
import { EXAMPLE_FILE, PROMISE_FILE } from '@/lib/promise/files'
import { isWithin, type Path } from '@/lib/promise/path'
import { API } from '@/lib/promise/read'

/** The parts of the API section, in the order of its tabs. */
export const API_TABS = ['properties', 'names', 'versions', 'columns', 'request'] as const
export type ApiTab = (typeof API_TABS)[number]

const VERSIONS: Path = [...API, 'spec', 'versions']
/** What a version shows in lists, what it is selected by, and what Kratix replaces. */
const COLUMNS: readonly unknown[] = ['additionalPrinterColumns', 'selectableFields', 'subresources']
const STATUS: Path = ['openAPIV3Schema', 'properties', 'status']

/** The tab that shows a place of the Promise; `undefined` for what no tab of the API shows. */
export function apiTabOf({ file, path }: Place): ApiTab | undefined {
  if (file === EXAMPLE_FILE) return 'request'
  if (file !== PROMISE_FILE || !isWithin(path, API)) return undefined
  if (path.length === API.length) return 'properties'
  if (isWithin(path, [...API, 'spec', 'conversion'])) return 'versions'
  if (!isWithin(path, VERSIONS)) return 'names'
  const [keyword, ...below] = path.slice(VERSIONS.length + 1)
  if (COLUMNS.includes(keyword)) return 'columns'
  if (keyword !== 'schema') return 'versions'
  // The status that is written here is replaced, as is what stands beside it in the columns tab.
  return isWithin(below, STATUS) ? 'columns' : 'properties'
}

/** Where a tab begins; that of the columns in the version at that index. */
export function startOfTab(tab: ApiTab, version = 0): Place {
  if (tab === 'request') return { file: EXAMPLE_FILE, path: [] }
  const path = {
    properties: API,
    names: [...API, 'spec', 'names'],
    versions: VERSIONS,
    columns: [...VERSIONS, version, 'additionalPrinterColumns'],
  }[tab]
  return { file: PROMISE_FILE, path }
}
