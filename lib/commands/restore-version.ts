import type { Command } from '@/lib/promise/command'
import { isRecord, type Path, valueAt } from '@/lib/promise/path'
import { API } from '@/lib/promise/read'
import type { ApiVersionView } from '@/lib/promise/view'
import { editPromiseText } from './edit-yaml'
import { onPromise } from './on-promise'
import { insert } from './yaml-edits'

/**
 * Brings back a version of the API: served to nobody where the API has other versions, since there
 * are requests of it in the storage, but nobody is to make new ones.
 * @param before the document that has it
 */
export function insertVersion(before: unknown, version: ApiVersionView): Command {
  const label = `Restore version ${version.name}`
  const versions: Path = [...API, 'spec', 'versions']
  const old = valueAt(before, version.path)
  return onPromise(label, ({ promise }) => {
    const count = promise.api?.versions.length ?? 0
    const alone = count === 0
    const restored = { ...(isRecord(old) ? old : {}), served: alone, storage: alone }
    const place = [...versions, count]
    return [editPromiseText({ label, place }, insert(versions, count, restored))]
  })
}
