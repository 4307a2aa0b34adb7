import type { Files } from '@/lib/promise/files'
import { moveImage } from '@/lib/promise/images'
import type { ImageSetting } from '@/lib/promise/step-images'
import type { PromiseView } from '@/lib/promise/view'
import { set, type YamlEdit } from './edit-yaml'
import { readSettings } from './settings'
import { imageSetting, stepsOf } from './steps'

/** The edits that let every image follow a change of registry, version or name of the Promise. */
export function moveImages(
  files: Files,
  promise: PromiseView,
  change: Partial<ImageSetting>,
): readonly YamlEdit[] {
  const { settings } = readSettings(files)
  const before = imageSetting(promise, settings)
  const after = { ...before, ...change }
  return stepsOf(promise, settings).flatMap(({ path, image, key }) => {
    const moved = moveImage(image, key, before, after)
    return moved === image ? [] : [set([...path, 'image'], moved)]
  })
}
