import type { Command } from '@/lib/promise/command'
import type { Path } from '@/lib/promise/path'
import { editPromiseText, editSettings, set } from './edit-yaml'
import { moveImages } from './move-images'
import { onPromise } from './on-promise'
import { readSettings } from './settings'
import { removePruning } from './yaml-edits'

/** Where the settings hold the registry. */
export const REGISTRY_PLACE: Path = ['images', 'registry']

/** Sets the registry of the images; those that stand in the old one move. Empty: none. */
export function setRegistry(registry: string): Command {
  const label = 'Set registry'
  return onPromise(
    label,
    ({ files, promise }) => {
      const before = readSettings(files).settings.images?.registry
      const change =
        registry !== ''
          ? [editSettings({ label, place: REGISTRY_PLACE }, set(REGISTRY_PLACE, registry))]
          : before !== undefined
            ? [editSettings({ label, place: REGISTRY_PLACE }, removePruning(REGISTRY_PLACE))]
            : []
      const images = moveImages(files, promise, { registry })
      return images.length === 0
        ? change
        : [editPromiseText({ label, place: ['spec', 'workflows'] }, ...images), ...change]
    },
    'registry',
  )
}
