import { useState } from 'react'
import { useDesigner, useDesignerStore } from '@/components/designer/use-designer'
import { PROMISE_FILE } from '@/lib/promise/files'
import { isWithin } from '@/lib/promise/path'
import { type ApiVersionView, type ApiView, storageVersion } from '@/lib/promise/view'

/**
 * The version whose schema is edited: the one that the selected place lies in, also when a problem,
 * the editor or undo selected it; it stays until another is selected. At first the storage version.
 */
export function useEditedVersion(
  api: ApiView | undefined,
): readonly [ApiVersionView | undefined, (version: ApiVersionView) => void] {
  const store = useDesignerStore()
  const place = useDesigner((state) => state.place)
  const within = (version: ApiVersionView): boolean =>
    place.file === PROMISE_FILE && isWithin(place.path, version.path)
  const selected = api?.versions.find(within)
  const [last, setLast] = useState<string>()
  if (selected && selected.name !== last) setLast(selected.name)
  const version =
    selected ??
    api?.versions.find(({ name }) => name === last) ??
    (api ? storageVersion(api) : undefined)
  return [
    version,
    ({ schemaPath }) => store.getState().select({ file: PROMISE_FILE, path: schemaPath }, 'form'),
  ]
}
