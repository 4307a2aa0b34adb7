import { useState } from 'react'
import { useDesigner } from '@/components/designer/use-designer'
import { PROMISE_FILE } from '@/lib/promise/files'
import { isWithin, pathToString } from '@/lib/promise/path'
import type { PipelineView } from '@/lib/promise/view'

/** Whether the settings of a pipeline are unfolded: by the user, or by a place that is in them. */
export function useSettingsOpen(
  pipeline: PipelineView,
): readonly [boolean, (open: boolean) => void] {
  const wanted = useDesigner(({ place, placeFrom }) => {
    const { file, path } = place
    if (file !== PROMISE_FILE || placeFrom === 'form' || !isWithin(path, pipeline.path)) return ''
    const [part, field] = path.slice(pipeline.path.length)
    if (field === undefined || field === 'name' || field === 'containers') return ''
    return part === 'metadata' || part === 'spec' ? pathToString(path) : ''
  })
  const [open, setOpen] = useState(wanted !== '')
  const [seen, setSeen] = useState(wanted)
  if (seen !== wanted) {
    setSeen(wanted)
    if (wanted !== '') setOpen(true)
  }
  return [open, setOpen]
}
