import type { Place } from '@/lib/promise/command'
import { PROMISE_FILE } from '@/lib/promise/files'
import { isWithin, type Path } from '@/lib/promise/path'
import { API } from '@/lib/promise/read'

/** The parts of the API section, in the order of its tabs. */
export const API_TABS = ['properties', 'names'] as const
export type ApiTab = (typeof API_TABS)[number]

const VERSIONS: Path = [...API, 'spec', 'versions']

/** The tab that shows a place of the Promise; `undefined` for what no tab of the API shows. */
export function apiTabOf({ file, path }: Place): ApiTab | undefined {
  if (file !== PROMISE_FILE || !isWithin(path, API)) return undefined
  if (path.length === API.length) return 'properties'
  if (isWithin(path, VERSIONS)) return 'properties'
  return 'names'
}

/** Where a tab begins. */
export function startOfTab(tab: ApiTab): Place {
  const path = {
    properties: API,
    names: [...API, 'spec', 'names'],
  }[tab]
  return { file: PROMISE_FILE, path }
}
