import type { Place } from '@/lib/promise/command'
import { EXAMPLE_FILE, PROMISE_FILE, SETTINGS_FILE } from '@/lib/promise/files'
import { isWithin } from '@/lib/promise/path'

/** The entries of the outline, each with its form. */
export const SECTIONS = [
  'overview',
  'api',
  'dependencies',
  'workflows',
  'scheduling',
  'try-it',
] as const
export type Section = (typeof SECTIONS)[number]

/** Where Try it is: in no file, since it is no part of the repository. */
export const TRY_IT_PLACE: Place = { file: '.promise-designer/try-it', path: [] }

/** The form that shows `place`; `undefined` for a file that has no form. */
export function sectionOf({ file, path }: Place): Section | undefined {
  if (file === TRY_IT_PLACE.file) return 'try-it'
  if (file === SETTINGS_FILE) return path[0] === 'steps' ? 'workflows' : 'overview'
  if (file.startsWith('workflows/')) return 'workflows'
  if (file === EXAMPLE_FILE) return 'api'
  if (file !== PROMISE_FILE) return undefined
  if (isWithin(path, ['spec', 'api'])) return 'api'
  if (isWithin(path, ['spec', 'dependencies'])) return 'dependencies'
  if (isWithin(path, ['spec', 'workflows'])) return 'workflows'
  if (isWithin(path, ['spec', 'destinationSelectors'])) return 'scheduling'
  if (isWithin(path, ['spec', 'requiredPromises'])) return 'scheduling'
  return 'overview'
}

/** Where a section begins in promise.yaml. */
export function startOf(section: Section): Place {
  if (section === 'try-it') return TRY_IT_PLACE
  const path = {
    overview: ['metadata', 'name'],
    api: ['spec', 'api'],
    dependencies: ['spec', 'dependencies'],
    workflows: ['spec', 'workflows'],
    scheduling: ['spec', 'destinationSelectors'],
  }[section]
  return { file: PROMISE_FILE, path }
}
